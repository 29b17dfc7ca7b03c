/** What `init` asks: the answers, what each must be, and what stands in for one that was not given. */
import { z } from 'zod';
import type { Diagnostic } from '../diagnostics.ts';
import { lensId, level } from '../model/ids.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { type Loop, loopSchema, roundSchema } from '../model/loop.ts';
import { crossCheck } from './cross-check.ts';
import type { Draft } from './validate.ts';
import type { YamlSource } from './yaml-source.ts';

const designRound = z.strictObject({
  start: z.string(),
  minutes: z.number(),
  /** Names, as people write them. */
  interviewers: z.array(z.string()),
});
export type DesignRound = z.infer<typeof designRound>;

export const initAnswers = z.strictObject({
  name: z.string(),
  company: z.string(),
  /** Empty: none of the known ones. */
  domain: z.string(),
  /** Daily users, as `10M users`; empty when not known. */
  dau: z.string(),
  date: z.string(),
  timeZone: z.string(),
  designRounds: z.number(),
  rounds: z.array(designRound),
  /** By name; empty for later. */
  bios: z.record(z.string(), z.string()),
  level,
  gaps: z.array(lensId),
  /** Minutes a week. */
  minutes: z.number(),
});
export type InitAnswers = z.infer<typeof initAnswers>;
export type PartialAnswers = { [K in keyof InitAnswers]?: InitAnswers[K] | undefined };

/** What the checks and defaults depend on. */
export interface InitSetting {
  today: string;
  /** The machine's zone. */
  timeZone: string;
  knowledge: Knowledge;
}

export const mostDesignRounds = 6;
/** Between rounds, when nobody said. */
const pause = 10;

/** Four weeks: enough for every topic to come back twice. */
export function defaultDate(today: string): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + 28 * 86_400_000).toISOString().slice(0, 10);
}

/** A start for the next round: after the one before, or at ten. */
export function nextStart(rounds: readonly DesignRound[]): string {
  const last = rounds.at(-1);
  return last ? clockAfter(last.start, last.minutes + pause) : '10:00';
}

/** `HH:MM` some minutes later; wraps at midnight. */
export function clockAfter(start: string, minutes: number): string {
  const at = (Number(start.slice(0, 2)) * 60 + Number(start.slice(3)) + minutes) % 1440;
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}

/** Every answer given, the others by default. */
export function withDefaults(given: PartialAnswers, setting: InitSetting): InitAnswers {
  const rounds = [...(given.rounds ?? [])];
  const count = given.designRounds ?? Math.max(2, rounds.length);
  const minutes = rounds.at(-1)?.minutes ?? 55;
  while (rounds.length < count) rounds.push({ start: nextStart(rounds), minutes, interviewers: [] });
  return {
    name: given.name ?? 'Your Name',
    company: given.company ?? 'Your Company',
    domain: given.domain ?? '',
    dau: given.dau ?? '',
    date: given.date ?? defaultDate(setting.today),
    timeZone: given.timeZone ?? setting.timeZone,
    designRounds: count,
    rounds,
    bios: given.bios ?? {},
    level: given.level ?? 'senior',
    gaps: given.gaps ?? [],
    minutes: given.minutes ?? 300,
  };
}

/** A fault of one answer in words, or nothing. */
type Check<T> = (value: T, setting: InitSetting) => string | undefined;

export const checks = {
  text: ((value) => (value.trim() === '' ? 'Write something.' : undefined)) satisfies Check<string>,
  domain: ((value) =>
    value === '' ? undefined : faultOf(loopSchema.shape.company.shape.domain, value)) satisfies Check<string>,
  dau: ((value, setting) =>
    value === ''
      ? undefined
      : firstOf(crossFaults({ company: { scale: { dau: value } } }, setting))) satisfies Check<string>,
  date: ((value, setting) => {
    const [past] = crossFaults({ date: value }, setting);
    return faultOf(loopSchema.shape.date, value) ?? (past && `Expected ${past.expected}.`);
  }) satisfies Check<string>,
  timeZone: ((value, setting) => firstOf(crossFaults({ timeZone: value }, setting))) satisfies Check<string>,
  designRounds: ((value) => wholeNumber(value, 1, mostDesignRounds)) satisfies Check<number>,
  start: ((value) => faultOf(roundSchema.shape.start, value)) satisfies Check<string>,
  roundMinutes: ((value) => wholeNumber(value, 15, 480)) satisfies Check<number>,
  minutes: ((value) => wholeNumber(value, 0, 7 * 1440)) satisfies Check<number>,
  /** The rounds against each other: they run forward and do not overlap. */
  rounds: ((rounds, setting) => {
    const drafts = rounds.map(({ start, minutes }, i) => ({
      id: `design-${i + 1}`,
      kind: 'system-design' as const,
      start,
      end: clockAfter(start, minutes),
    }));
    return firstOf(crossFaults({ rounds: drafts }, setting).filter((d) => d.severity === 'error'));
  }) satisfies Check<readonly DesignRound[]>,
};

function wholeNumber(value: number, least: number, most: number): string | undefined {
  return Number.isInteger(value) && value >= least && value <= most
    ? undefined
    : `Expected a whole number from ${least} to ${most}.`;
}

function faultOf(schema: z.ZodType, value: unknown): string | undefined {
  const parsed = schema.safeParse(value);
  return parsed.success ? undefined : `Expected ${parsed.error.issues[0]?.message ?? 'something else'}.`;
}

/** The rules between files, asked about a part of a loop that has no file yet. */
function crossFaults(loop: Draft<Loop>, { today, knowledge }: InitSetting): Diagnostic[] {
  const nowhere: YamlSource = {
    file: 'loop.yaml',
    value: loop,
    locate: () => ({ line: 1, column: 1 }),
    locateInside: () => ({ line: 1, column: 1 }),
  };
  return crossCheck({
    profile: undefined,
    loop,
    interviewers: [],
    interviewerIds: [],
    knowledge,
    sources: { profile: undefined, loop: nowhere },
    today,
  });
}

function firstOf([first]: readonly Diagnostic[]): string | undefined {
  return first && `Expected ${first.expected}. ${first.mend}`;
}
