/** Reports, alternates and the bank in; how likely each round asks each problem, as shares of 1, out. */
import type { Inputs } from '../model/inputs.ts';
import type { Guide } from '../model/pack.ts';
import { chancesOfRound } from './chances.ts';

/** Round → problem → probability. */
export type ProblemLikelihood = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Reports are rumors: however sure they are, this much stays open. */
const leastOpen = 0.15;
/** A guide's own problem is never counted as less likely than this: it is what the round prepares. */
const leastChosen = 0.35;
/** Squared, the scores part what is said from what merely suits. */
const sharpness = 2;

/** A report counts as it says; what the reports leave open is shared among all others by their score. */
export function problemLikelihoods(inputs: Inputs, guides: readonly Guide[]): ProblemLikelihood {
  return new Map(
    guides.flatMap((guide) => {
      const round = inputs.loop.rounds.find((r) => r.id === guide.round.id);
      if (!round) return [];
      const chances = chancesOfRound(inputs, round, guide.weights);
      const reported = chances.reduce((sum, c) => sum + (c.confidence ?? 0), 0);
      const scale = reported > 1 - leastOpen ? (1 - leastOpen) / reported : 1;
      const open = 1 - reported * scale;
      const rest = chances.filter((c) => c.confidence === undefined);
      const all = rest.reduce((sum, c) => sum + c.score ** sharpness, 0) || 1;
      const shares = chances.map((c): [string, number] => {
        const share = c.confidence === undefined ? (open * c.score ** sharpness) / all : c.confidence * scale;
        return [c.problem, c.problem === guide.problem.id ? Math.max(leastChosen, share) : share];
      });
      return [[guide.round.id, new Map(shares)] as const];
    }),
  );
}
