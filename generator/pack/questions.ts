/** The panel's weights and everything that could be asked in; the likeliest questions, ranked, with reasons, out. */
import { type Level, levels } from '../model/ids.ts';
import type { AskedQuestion, ResolvedProblem } from '../model/pack.ts';
import { cover } from './cover.ts';
import { gapFor } from './gaps.ts';
import { type Circumstances, reasonsFor } from './reasons.ts';
import { fillSlots, slotsOf } from './slots.ts';

/** A sheet's own question is worth more than a lens's probe that serves as much. */
const probeFactor = 0.62;
const gapFactor = 1.2;
/** Authors put a lens's most asked question first; each later one counts this much less. */
const laterFactor = 0.07;

/** A question written for few levels counts this much more at one of them, for each level that it leaves out. */
const ownLevelFactor = 0.08;
/** What interviewers ask more of, and less, at each level: first a working design, then its limits, then its price. */
const leaning: Readonly<Record<Level, Readonly<Record<string, number>>>> = {
  mid: {
    requirements: 1.3,
    api: 1.3,
    'data-model': 1.25,
    estimate: 1.2,
    operations: 0.75,
    cost: 0.75,
    scale: 0.8,
  },
  senior: { 'data-model': 1.1, failure: 1.15, 'deep-dive': 1.1, api: 1.05, cost: 0.9 },
  staff: { scale: 1.2, failure: 1.1, operations: 1.1, cost: 1.1, requirements: 0.85, api: 0.9 },
  principal: {
    cost: 1.3,
    operations: 1.3,
    product: 1.3,
    scale: 1.25,
    safety: 1.15,
    requirements: 0.8,
    api: 0.75,
    'data-model': 0.85,
  },
};

/** At most `count` questions; none whose id is in `taken` (another round asks it). */
export function chooseQuestions(
  problem: ResolvedProblem,
  at: Circumstances,
  options: { level: Level; count: number; taken: ReadonlySet<string> },
): AskedQuestion[] {
  const seen = new Map<string, number>();
  const candidates = [...sheetQuestions(problem), ...probes(problem, at)]
    .map((question) => {
      const key = `${question.origin} ${question.lenses[0]}`;
      const place = seen.get(key) ?? 0;
      seen.set(key, place + 1);
      return { question, place };
    })
    .filter(({ question }) => !options.taken.has(question.id))
    .map(({ question, place }) => ({
      question,
      lenses: question.lenses,
      factor:
        levelFit(question.levels, options.level) *
        ownLevel(question.levels, options.level) *
        (leaning[options.level][question.kind] ?? 1) *
        Math.max(0.7, 1 - laterFactor * place) *
        (question.origin === 'lens' ? probeFactor : 1) *
        (question.lenses.slice(0, 2).some((l) => gapFor(l, at.inputs.profile, at.inputs.knowledge))
          ? gapFactor
          : 1),
    }));
  const used = new Map<string, number>();
  return cover(candidates, at.weights, options.count).map(({ pick, gain }) => ({
    ...pick.question,
    score: gain,
    reasons: reasonsFor(pick.question.lenses, at, used),
  }));
}

/** 1 at the target level, less for each level away; a question for all levels fits each. */
export function levelFit(forLevels: readonly Level[], target: Level): number {
  const at = levels.indexOf(target);
  const distance = Math.min(...forLevels.map((l) => Math.abs(levels.indexOf(l) - at)));
  return [1, 0.6, 0.35, 0.2][distance] ?? 0.2;
}

/** Above 1 where the question belongs to the target level more than to every level. */
function ownLevel(forLevels: readonly Level[], target: Level): number {
  return forLevels.includes(target) ? 1 + ownLevelFactor * (levels.length - forLevels.length) : 1;
}

type Unscored = Omit<AskedQuestion, 'score' | 'reasons'>;

function sheetQuestions(problem: ResolvedProblem): Unscored[] {
  return (problem.depth?.questions ?? []).map(({ when: _when, variants: _variants, ...q }) => ({
    ...q,
    id: `${problem.id}:question:${q.id}`,
    origin: 'sheet' as const,
  }));
}

/** The lens's own probes, filled from the sheet; one that names something the sheet lacks is not asked. */
function probes(problem: ResolvedProblem, at: Circumstances): Unscored[] {
  const slots = slotsOf(problem);
  return at.inputs.knowledge.lenses.flatMap((lens) =>
    lens.probes.flatMap((probe): Unscored[] => {
      const fill = (text: string) => fillSlots(text, slots);
      const question = fill(probe.question);
      const leadWith = fill(probe.leadWith);
      const weakAnswer = fill(probe.weakAnswer);
      const pushback = fill(probe.ladder.pushback);
      const defend = fill(probe.ladder.defend);
      const concedeWhen = fill(probe.ladder.concedeWhen);
      if (!question || !leadWith || !weakAnswer || !pushback || !defend || !concedeWhen) return [];
      const rung = (text: string | undefined) => (text === undefined ? undefined : fill(text));
      return [
        {
          id: `${lens.id}:probe:${probe.id}`,
          question,
          lenses: [lens.id],
          levels: probe.levels,
          kind: probe.kind,
          leadWith,
          weakAnswer,
          ladder: {
            pushback,
            defend,
            concedeWhen,
            tenfold: rung(probe.ladder.tenfold),
            failure: rung(probe.ladder.failure),
            cost: rung(probe.ladder.cost),
          },
          origin: 'lens',
        },
      ];
    }),
  );
}
