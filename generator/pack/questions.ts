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
