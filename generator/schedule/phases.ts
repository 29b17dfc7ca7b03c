/** The days to the first exam in; the phase of each out: breadth, depth, mocks, the eve, the day. */
import type { ActivityKind } from '../model/plan.ts';
import type { Exam, StudyDay } from './calendar-days.ts';

const phaseNames = ['breadth', 'depth', 'mocks', 'eve', 'day', 'rest'] as const;
export type PhaseName = (typeof phaseNames)[number];

/** What a phase is for, in the order in which it is wanted; what is left of earlier phases comes behind. */
export const activitiesOf: Readonly<Record<PhaseName, readonly ActivityKind[]>> = {
  breadth: ['breadth', 'read', 'schema', 'estimate', 'dive'],
  depth: ['read', 'schema', 'estimate', 'dive', 'build', 'breadth'],
  mocks: [
    'mock',
    'whiteboard',
    'read',
    'feedback',
    'postmortem',
    'story',
    'dive',
    'estimate',
    'schema',
    'build',
  ],
  eve: ['rapid-fire', 'cheat-sheet'],
  day: ['refresher'],
  rest: [],
};

/**
 * Shares of the study days before the eve. Little time goes to reading what is asked and to mocks; four weeks have room for
 * breadth first; eight give half of the time to mocks.
 */
function sharesFor(days: number): { breadth: number; depth: number } {
  if (days <= 3) return { breadth: 0, depth: 0.5 };
  if (days <= 10) return { breadth: 0.12, depth: 0.5 };
  if (days <= 21) return { breadth: 0.15, depth: 0.45 };
  if (days <= 35) return { breadth: 0.18, depth: 0.42 };
  return { breadth: 0.15, depth: 0.35 };
}

/** A phase for each day. Between two exams it is mocks again; a day without minutes rests. */
export function phasesOf(days: readonly StudyDay[], exams: readonly Exam[]): PhaseName[] {
  const first = exams[0]?.day ?? days.length;
  const eves = new Set(exams.map(({ day }) => lastOpenBefore(days, day)));
  const open = days.flatMap((d, i) => (d.budget > 0 && i < first && !eves.has(i) ? [i] : []));
  const shares = sharesFor(open.length);
  const breadth = shares.breadth > 0 ? Math.max(1, Math.round(open.length * shares.breadth)) : 0;
  const depth = breadth + Math.round(open.length * shares.depth);
  const place = new Map(open.map((day, i) => [day, i]));
  return days.map((d, i) => {
    if (d.ofRound) return 'day';
    if (d.budget <= 0) return 'rest';
    if (eves.has(i)) return 'eve';
    const at = place.get(i);
    if (at === undefined || at >= depth) return 'mocks';
    return at < breadth ? 'breadth' : 'depth';
  });
}

/** The last day with minutes before an exam, if it is within two days of it: else there is no eve. */
function lastOpenBefore(days: readonly StudyDay[], exam: number): number {
  for (let i = exam - 1; i >= 0 && i >= exam - 2; i -= 1) if ((days[i]?.budget ?? 0) > 0) return i;
  return -1;
}
