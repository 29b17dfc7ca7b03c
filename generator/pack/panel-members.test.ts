/** An interviewer's address and telephone number are quoted nowhere, wherever they stand in a sentence that is. */
import { expect, it } from 'vitest';
import { fixture } from '../fixtures/candidate.ts';
import { inputsOf, packOf } from '../fixtures/composed.ts';
import { readPanel } from '../panel/read-panel.ts';

const inputs = inputsOf(fixture('private-words'));
const bio =
  'My team schedules every request onto GPUs with continuous batching (reach me at petra.secret@leak.example or +1 415 555 0188).';
const pasted = { ...inputs, interviewers: inputs.interviewers.map((i) => ({ ...i, bio })) };

it('masks them in everything of the pack', () => {
  const pack = packOf(pasted);
  const quotes = pack.panel.flatMap((m) => m.reading.lenses.flatMap((l) => l.evidence.map((e) => e.quote)));
  expect(quotes.join()).toContain('continuous batching (reach me at … or …)');
  const all = JSON.stringify(pack);
  expect(['petra.secret', 'leak.example', '+1 415', '555 0188'].filter((part) => all.includes(part))).toEqual(
    [],
  );
  expect(pack.guides.flatMap((g) => g.questions.flatMap((q) => q.reasons))).toContainEqual(
    expect.objectContaining({ from: 'bio', quote: quotes[0] }),
  );
});

it('leaves the reading verbatim', () => {
  const [reading] = readPanel(pasted).values();
  const quotes = reading?.lenses.flatMap((l) => l.evidence.map((e) => e.quote)) ?? [];
  expect(quotes.join()).toContain('petra.secret@leak.example or +1 415 555 0188');
});

it('leaves quotes without them as they are', () => {
  const [reading] = readPanel(inputs).values();
  expect(packOf(inputs).panel[0]?.reading).toEqual(reading);
});
