import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graded, laterInDrill, putAside, startDrill, takenUp, undone } from './drill.ts';
import type { DrillSession } from './kept.ts';

const drill = (queue: string[]): DrillSession =>
  startDrill({ date: '2026-11-25', mode: 'plan', filter: {}, queue });
const cards = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 });
const grade = fc.constantFrom(1, 2, 3, 4);

describe('a drill', () => {
  it('brings a failed card back after four others, and lets it go after three failures', () => {
    let session = drill([...'abcdef']);
    session = graded(session, { event: '1', grade: 1, seconds: 5 });
    expect(session.queue.join('')).toBe('bcdeaf');
    while (session.queue[0] !== 'a') session = graded(session, { event: 'x', grade: 3, seconds: 5 });
    session = graded(session, { event: '2', grade: 1, seconds: 5 });
    session = graded(session, { event: '3', grade: 3, seconds: 5 });
    session = graded(session, { event: '4', grade: 1, seconds: 5 });
    expect(session.queue).toEqual([]);
    expect(session.again.a).toBe(3);
  });

  it('ends, whatever the grades', () => {
    fc.assert(
      fc.property(cards, fc.infiniteStream(grade), (queue, grades) => {
        let session = drill(queue);
        let turns = 0;
        for (const given of grades) {
          if (session.queue.length === 0) break;
          session = graded(session, { event: `${turns}`, grade: given, seconds: 1 });
          turns += 1;
          expect(turns).toBeLessThanOrEqual(queue.length * 3);
        }
      }),
    );
  });

  it('undone step by step is what it was, in all but its revision', () => {
    fc.assert(
      fc.property(cards, fc.array(fc.option(grade), { maxLength: 20 }), (queue, moves) => {
        const states = [drill(queue)];
        for (const [i, move] of moves.entries()) {
          const now = states.at(-1);
          if (!now || now.queue.length === 0) break;
          states.push(
            move === null ? putAside(now, `${i}`) : graded(now, { event: `${i}`, grade: move, seconds: 2 }),
          );
        }
        let session = states.at(-1) ?? drill([]);
        for (const before of states.slice(0, -1).reverse()) {
          session = undone(session);
          expect(session.queue).toEqual(before.queue);
          expect(session.seconds).toBe(before.seconds);
          expect(session.past).toEqual(before.past);
        }
        expect(undone(session)).toEqual(session);
      }),
    );
  });

  it('has another revision after each move, so that two tabs can tell', () => {
    const session = drill(['a', 'b', 'c']);
    const moved = [
      graded(session, { event: '1', grade: 3, seconds: 1 }),
      putAside(session, '1'),
      laterInDrill(session),
    ];
    for (const next of moved) expect(next.revision).toBe(session.revision + 1);
  });

  it('takes up without the cards that are gone', () => {
    const session = drill(['a', 'b', 'c']);
    expect(takenUp(session, (id) => id !== 'a').queue).toEqual(['b', 'c']);
    expect(takenUp(session, () => true)).toBe(session);
  });
});
