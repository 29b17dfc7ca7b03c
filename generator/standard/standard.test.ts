/** The knowledge base against its standard, and a sheet with things taken away. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluateSheet } from '../estimates/sheet.ts';
import { root } from '../fixtures/candidate.ts';
import { inputsOf } from '../fixtures/composed.ts';
import type { Problem, ProblemDepth } from '../model/problem.ts';
import { alikeQuestions } from './alike.ts';
import { checkStandard } from './check-standard.ts';
import { typedFigures } from './typed-figures.ts';
import { itemsOf, wordsOf } from './words.ts';

const { knowledge } = inputsOf(join(root, 'data/sample'));
const chat = knowledge.problems.find((p) => p.id === 'chat');
if (!chat?.depth) throw new Error('the bank has no chat');
const numbers = knowledge.numbers;

/** What is wrong with the chat sheet alone, changed. */
function shortfalls(change: (depth: ProblemDepth) => Partial<ProblemDepth>, sheet: Partial<Problem> = {}) {
  if (!chat?.depth) return [];
  const problem = { ...chat, ...sheet, depth: { ...chat.depth, ...change(chat.depth) } };
  return checkStandard({ ...knowledge, numbers, problems: [problem] }).shortfalls.map(
    (s) => `${s.file}: ${s.message}${s.scale ? ` at ${s.scale}` : ''}`,
  );
}
const twice = <T>(list: readonly T[]): [T, T] => {
  const [a, b] = list;
  if (a === undefined || b === undefined) throw new Error('a list of fewer than two');
  return [a, b];
};

it('the bank is up to it', () => {
  expect(checkStandard(knowledge).shortfalls).toEqual([]);
  expect(knowledge.problems.length).toBeGreaterThanOrEqual(49);
});

describe('a sheet with something taken away is told', () => {
  it('too few questions, failures, dives, objectives, choices and steps', () => {
    const told = shortfalls((d) => ({
      questions: d.questions.slice(0, 15),
      failures: d.failures.slice(0, 5),
      dives: d.dives.slice(0, 4),
      slos: d.slos.slice(0, 2),
      choices: d.choices.slice(0, 4),
      scaling: d.scaling.slice(0, 3),
    }));
    expect(told).toContainEqual(
      expect.stringMatching(/^failures.yaml: failure modes with a number in their effect: [1-5], at least 6/),
    );
    expect(told).toContain('dives: deep dives: 4, at least 5 are asked for');
    expect(told).toContain('slos.yaml: objectives: 2, at least 3 are asked for');
    expect(told).toContain('choices.yaml: choices: 4, at least 5 are asked for');
    expect(told).toContain('scaling.yaml: steps of the scaling story: 3, at least 4 are asked for');
    expect(told.some((t) => t.startsWith('questions.yaml: questions: 1'))).toBe(true);
  });

  it('a failure whose effect has no number', () => {
    const told = shortfalls((d) => ({
      failures: d.failures.map((f) => ({ ...f, effect: 'Users are unhappy.', variants: [] })),
    }));
    expect(told).toContain(
      'failures.yaml: failure modes with a number in their effect: 0, at least 6 are asked for',
    );
  });

  it('questions of one lens, of one level, of one kind', () => {
    const told = shortfalls((d) => ({
      questions: d.questions.map((q) => ({
        ...q,
        lenses: ['storage' as const],
        levels: ['staff' as const],
        kind: 'scale' as const,
      })),
    }));
    expect(told).toContain('questions.yaml: lenses over the questions: 1, at least 6 are asked for');
    expect(told).toContain(
      'questions.yaml: levels that have questions of their own choice: 1, at least 3 are asked for',
    );
    expect(told).toContain('questions.yaml: kinds of questions: 1, at least 6 are asked for');
  });

  it('an answer too short to say, and a dive too long', () => {
    const told = shortfalls((d) => ({
      questions: d.questions.map((q, i) => (i ? q : { ...q, leadWith: 'It depends.', variants: [] })),
      dives: d.dives.map((v, i) => (i ? v : { ...v, body: 'word '.repeat(500), variants: [] })),
    }));
    expect(told).toContainEqual(expect.stringMatching(/what to lead with on ".*" has 2 words, not 40 to 90/));
    expect(told).toContainEqual(expect.stringMatching(/^dives\/.*: the dive has 500 words, not 150 to 400/));
  });

  it('what is right at one scale only', () => {
    const told = shortfalls((d) => ({
      failures: d.failures.map((f) => ({ ...f, when: 'dau > 100M users' })),
    }));
    expect(told).toContain(
      'failures.yaml: failure modes with a number in their effect: 0, at least 6 are asked for',
    );
    expect(
      shortfalls((d) => ({ failures: d.failures.map((f) => ({ ...f, when: 'dau > 2M users' })) })),
    ).toContain(
      'failures.yaml: failure modes with a number in their effect: 0, at least 6 are asked for at 500K users',
    );
  });

  it('an estimate that nothing uses', () => {
    const told = shortfalls((d) => ({
      estimates: {
        ...d.estimates,
        inputs: { ...d.estimates.inputs, idle_input: { value: '3 users', why: 'Nobody asked.' } },
      },
    }));
    expect(told).toEqual(['estimates.yaml: "idle_input" is used in no formula and no text']);
  });

  it('a result that was typed', () => {
    const told = shortfalls((d) => ({
      choices: d.choices.map((c, i) =>
        i ? c : { ...c, because: 'We take 5,787 messages/s on average.', variants: [] },
      ),
    }));
    expect(told).toContainEqual(expect.stringMatching(/^prose: "5,787 messages\/s" is typed, write \{\w+\}/));
  });

  it('a section that is missing', () => {
    const told = shortfalls(() => ({}), { sections: { ...chat.sections, 'Out of scope': '- Voice.' } });
    expect(told).toContain('sheet.md: things out of scope: 1, at least 3 are asked for');
  });

  it('a question that stands twice', () => {
    const told = shortfalls((d) => {
      const [a] = twice(d.questions);
      return { questions: [...d.questions, { ...a, id: 'again', question: `So, ${a.question}` }] };
    });
    expect(told).toContainEqual(expect.stringMatching(/^questions.yaml: ".*" and "again" ask the same$/));
  });
});

describe('a breadth sheet', () => {
  it('without patterns and neighbors is told', () => {
    const bare: Problem = { ...chat, status: 'breadth', patterns: { apply: [], breaks: [] }, related: [] };
    const told = checkStandard({ ...knowledge, problems: [bare] }).shortfalls.map((s) => s.message);
    expect(told).toEqual([
      'patterns that apply: 0, at least 2 are asked for',
      'patterns that break: 0, at least 1 are asked for',
      'related problems: 0, at least 2 are asked for',
    ]);
  });
});

describe('the parts', () => {
  it('count words as a reader does', () => {
    expect(wordsOf('At {peak * 3 in writes/s} we add **two** nodes.')).toBe(6);
    expect(wordsOf('')).toBe(0);
  });

  it('count items with their continuation', () => {
    expect(itemsOf('- one\n  more\n- two\n')).toHaveLength(2);
    expect(itemsOf('1. one\n2. two\n3. three')).toHaveLength(3);
    expect(itemsOf(undefined)).toEqual([]);
  });

  it('tell questions apart that share only small words', () => {
    const ask = (id: string, question: string, leadWith: string) => ({ sheet: 's', id, question, leadWith });
    const a = ask('a', 'How do you shard the messages table?', 'By conversation.');
    const b = ask('b', 'How would you walk us through the on-call week?', 'Alarms first.');
    const c = ask('c', 'And how would you shard the messages table?', 'By user.');
    expect(alikeQuestions([a, b])).toEqual([]);
    expect(alikeQuestions([a, b, c]).map((p) => [p.a.id, p.b.id])).toEqual([['a', 'c']]);
  });

  it('take round assumptions and code for no results', () => {
    const step = (formula: string) => ({ formula, unit: 's', say: 'a span', group: 'latency' as const });
    const sheet = evaluateSheet(
      {
        inputs: {},
        steps: { wait: step('200 s'), life: step('12345 s') },
        headline: {},
        insights: [],
        tradeoffs: [],
      },
      { numbers: {} },
    );
    expect(typedFigures(['It takes 200 s.', '`12345 s`', 'It lives {life}.'], sheet)).toEqual([]);
    expect(typedFigures(['It lives 12,345 s.'], sheet)).toEqual([{ text: '12,345 s', step: 'life' }]);
  });
});
