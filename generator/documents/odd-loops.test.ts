import { describe, expect, it } from 'vitest';
import { fixture } from '../fixtures/candidate.ts';
import { inputsOf } from '../fixtures/composed.ts';
import { documentOf, documentsOf, named } from '../fixtures/rendered.ts';
import type { Inputs } from '../model/inputs.ts';
import { clockRange } from './clock.ts';

const four = inputsOf(fixture('four-interviewers'));
const none = inputsOf(fixture('no-bios'));
const breadth = inputsOf(fixture('breadth-only'));

const withRounds = (
  inputs: Inputs,
  change: (rounds: Inputs['loop']['rounds']) => Inputs['loop']['rounds'],
) => ({
  ...inputs,
  loop: { ...inputs.loop, rounds: change(inputs.loop.rounds) },
});
const markdownOf = async (inputs: Inputs, id: string) => (await documentOf(inputs, id)).markdown;

describe('a range of clocks elsewhere', () => {
  const range = (date: string, start: string, end: string, from: string, to: string) =>
    clockRange({ date, start, end }, from, to);

  it('names a day that differs once', () => {
    expect(range('2027-01-14', '09:00', '10:30', 'Asia/Tokyo', 'America/Los_Angeles')).toBe(
      '16:00–17:30 (−1 day)',
    );
    expect(range('2026-12-18', '10:00', '10:55', 'America/Los_Angeles', 'Europe/Berlin')).toBe('19:00–19:55');
  });

  it('names it at each end when midnight lies between', () => {
    expect(range('2027-03-15', '15:30', '16:30', 'America/Los_Angeles', 'Europe/Berlin')).toBe(
      '23:30–00:30 (+1 day)',
    );
  });

  it('knows that summer time begins on different Sundays', () => {
    expect(range('2027-03-11', '10:00', '10:45', 'America/New_York', 'Europe/Berlin')).toBe('16:00–16:45');
    expect(range('2027-03-18', '10:00', '10:45', 'America/New_York', 'Europe/Berlin')).toBe('15:00–15:45');
    expect(range('2027-04-01', '10:00', '10:45', 'America/New_York', 'Europe/Berlin')).toBe('16:00–16:45');
  });
});

describe('the overview', () => {
  it('names every day of a loop on two dates', async () => {
    const early = withRounds(none, ([first, ...rest]) =>
      first ? [{ ...first, date: '2026-12-11' }, ...rest] : rest,
    );
    const overview = await markdownOf(early, 'overview');
    expect(overview).toContain('on Friday, December 11, 2026 and Friday, December 18, 2026.');
    expect(overview).toMatch(/\(Friday, December 11, 2026\)[\s\S]*\(Friday, December 18, 2026\)/);
  });

  it('lists people as a sentence does', async () => {
    expect(await markdownOf(four, 'overview')).toMatch(
      /with \[[^\]]+\]\([^)]+\), \[[^\]]+\]\([^)]+\), \[[^\]]+\]\([^)]+\) and \[/,
    );
  });

  it('does not speak of marked gaps where none is marked', async () => {
    const profile = { ...four.profile, gaps: [], confidence: {} };
    const overview = await markdownOf({ ...four, profile }, 'overview');
    expect(overview).toContain('Your profile marks no gap.');
    expect(overview).not.toContain('that you marked');
  });

  it('says that the guides are general while nobody is named', async () => {
    const unnamed = withRounds({ ...none, interviewers: [] }, (rounds) =>
      rounds.map((r) => ({ ...r, lead: undefined, interviewers: [] })),
    );
    const documents = await documentsOf(unnamed);
    expect(named(documents, 'overview').markdown).toContain('every guide here is general');
    expect(named(documents, 'cheat-sheet-design-1').markdown).toContain('A general sheet');
    expect(named(documents, 'rounds-design-1').markdown).toContain('Key insight for this round');
  });

  it('points to stories only where there are some', async () => {
    const culture = withRounds(four, (rounds) => rounds.map((r) => ({ ...r, kind: 'behavioral' as const })));
    const documents = await documentsOf({ ...culture, profile: { ...culture.profile, highlights: [] } });
    expect(named(documents, 'overview').markdown).not.toContain('your stories');
    expect(named(documents, 'audience').markdown).toContain('Your profile holds no highlight yet.');
  });
});

describe('a target at mid level', async () => {
  const documents = await documentsOf({ ...four, profile: { ...four.profile, target: { level: 'mid' } } });

  it('is not doubled', () => {
    for (const d of documents) expect(d.markdown, d.meta.id).not.toMatch(/level level/);
  });

  it('does not take staff for the next level', () => {
    const guide = documents.find(
      (d) => d.meta.kind === 'guide' && d.markdown.includes('what a staff engineer adds'),
    );
    expect(guide?.markdown).toContain('Two levels up: what a staff engineer adds');
  });
});

describe('an objective of 100%', () => {
  it('has no budget, and not one of 0 days', async () => {
    const guide = await markdownOf(none, 'rounds-design-1-depth');
    expect(guide).toContain('None: each miss is an incident');
    expect(guide).not.toContain('as much as 0 ');
  });
});

describe('a problem in breadth', () => {
  it('says that nobody reported it, and that its numbers have a scale of their own', async () => {
    const guessed = withRounds(
      {
        ...breadth,
        loop: { ...breadth.loop, company: { ...breadth.loop.company, scale: { dau: '500K users' } } },
      },
      (rounds) => rounds,
    );
    const guide = (await documentsOf(guessed)).find(
      (d) => d.meta.kind === 'guide' && d.markdown.includes('in breadth'),
    );
    expect(guide?.markdown).toContain('Its numbers are for the load that each of them names');
  });

  it('is called a guess when no report names one', async () => {
    const silent = withRounds(none, (rounds) => rounds.map((r) => ({ ...r, reported: [], alternates: [] })));
    expect(await markdownOf(silent, 'rounds-design-1')).toMatch(
      /no report names it, so this is a guess: nothing in this loop points to another, .* in full\.\n/,
    );
  });
});

describe('without a scale', () => {
  it('the guide says on whose scale its numbers stand', async () => {
    const unscaled = { ...none, loop: { ...none.loop, company: { ...none.loop.company, scale: {} } } };
    expect(await markdownOf(unscaled, 'rounds-design-1')).toContain('You gave no scale for Fernwick');
    expect(await markdownOf(none, 'rounds-design-1')).not.toContain('You gave no scale');
  });
});

describe('a round that nobody reports, with a panel that leans', () => {
  it('says what the guess rests on, and which others are as likely', async () => {
    const silent = withRounds(inputsOf(fixture('storage-alone')), (rounds) =>
      rounds.map((r) => ({ ...r, reported: [], alternates: [] })),
    );
    const guide = (await documentsOf(silent)).find((d) => d.meta.kind === 'guide')?.markdown;
    expect(guide).toMatch(/so this is a guess: .*“[^”]+”.* If it is another, the likeliest are \[/);
  });
});
