/** The loop's reports and the bank in; how likely each problem is, for a round and for the whole loop, with reasons, out. */
import type { LensId } from '../model/ids.ts';
import type { Inputs } from '../model/inputs.ts';
import type { Round } from '../model/loop.ts';
import type { LensWeights, Pivot, ProblemChance, Reason, ResolvedProblem } from '../model/pack.ts';
import type { Problem } from '../model/problem.ts';
import { serves } from './cover.ts';
import { inSentence } from './in-sentence.ts';
import { companiesIn, leading } from './weights.ts';

/** A report counts from the alternate's worth up, by its confidence; what is said outranks what merely suits. */
const chanceOf = { alternate: 0.25, bank: 0.22, domain: 0.06 };
/** A full sheet is chosen over a breadth entry that is hardly likelier. */
const fullBonus = 0.05;

/** Every problem for one round, likeliest first. */
export function chancesOfRound(
  inputs: Inputs,
  round: Round,
  weights: LensWeights,
): (ProblemChance & { score: number })[] {
  return inputs.knowledge.problems
    .map((p) => chance(inputs, round, weights, p))
    .sort((a, b) => b.score - a.score || a.problem.localeCompare(b.problem, 'en'));
}

function chance(
  inputs: Inputs,
  round: Round,
  weights: LensWeights,
  problem: Problem,
): ProblemChance & { score: number } {
  const reported = round.reported.find((r) => r.problem === problem.id);
  const reasons: Reason[] = [];
  let score = 0.1 * serves(problem.lenses, weights) + (problem.status === 'full' ? fullBonus : 0);
  if (reported) {
    score += chanceOf.alternate + (1 - chanceOf.alternate) * reported.confidence;
    reasons.push({
      from: 'loop',
      text: `reported for ${round.title} at ${percent(reported.confidence)}${reported.source ? `, source: ${reported.source}` : ''}`,
    });
  }
  if (round.alternates.includes(problem.id)) {
    score += chanceOf.alternate;
    reasons.push({ from: 'loop', text: `an alternate of ${round.title}` });
  }
  if (inputs.loop.bank.includes(problem.id)) {
    score += chanceOf.bank;
    reasons.push({ from: 'loop', text: `${inputs.loop.company.name} is said to ask it` });
  }
  if (inputs.loop.company.domain && problem.domains.includes(inputs.loop.company.domain)) {
    score += chanceOf.domain;
    reasons.push({ from: 'loop', text: `${companiesIn(inputs.loop.company.domain)} like to ask it` });
  }
  const leads = leading(weights, 2).find((l) => problem.lenses.slice(0, 2).includes(l));
  if (reasons.length === 0) reasons.push({ from: 'knowledge', text: suits(problem, weights, inputs) });
  else if (!reported && leads)
    reasons.push({
      from: 'knowledge',
      text: `it turns on “${titleOfLens(leads, inputs)}”, which leads this round`,
    });
  return { problem: problem.id, title: problem.title, confidence: reported?.confidence, reasons, score };
}

/** Whether anything of the round speaks for the problem, be it only a lens. */
export const suitsRound = (chance: { score: number }): boolean => chance.score > fullBonus;

/** Why a problem that nobody reports is considered: what it shares with the round, or that nothing else is known. */
function suits(problem: Problem, weights: LensWeights, inputs: Inputs): string {
  const shared = problem.lenses.filter((l) => (weights[l] ?? 0) > 0.08).slice(0, 2);
  if (shared.length > 0)
    return `it leads to ${shared.map((l) => `“${titleOfLens(l, inputs)}”`).join(' and ')}`;
  return problem.status === 'full'
    ? 'nothing in this loop points to another, and the bank holds it in full'
    : 'nothing in this loop points to it';
}

function titleOfLens(lens: LensId, inputs: Inputs): string {
  return inputs.knowledge.lenses.find((k) => k.id === lens)?.title ?? lens;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** Every problem that is not a round's own, likeliest for this loop first, with what carries over from the guides. */
export function rankPivots(
  inputs: Inputs,
  rounds: readonly { round: Round; weights: LensWeights; problem: ResolvedProblem }[],
): Pivot[] {
  const chosen = new Set(rounds.map((r) => r.problem.id));
  const rows = inputs.knowledge.problems
    .filter((p) => !chosen.has(p.id))
    .map((problem) => {
      const byRound = rounds.map((r) => chance(inputs, r.round, r.weights, problem));
      const best = [...byRound].sort((a, b) => b.score - a.score)[0];
      const score = (best?.score ?? 0) - (problem.status === 'full' ? fullBonus : 0);
      const reasons = uniqueReasons(byRound.flatMap((c) => c.reasons));
      return {
        problem,
        score,
        reasons: reasons.length > 1 ? reasons.filter((r) => r.from === 'loop') : reasons,
        carriesOver: carriesOver(
          problem,
          rounds.map((r) => r.problem),
          inputs,
        ),
      };
    })
    .sort((a, b) => b.score - a.score || a.problem.id.localeCompare(b.problem.id, 'en'));
  const top = rows[0]?.score || 1;
  return rows.map(({ problem, score, reasons, carriesOver: kept }) => ({
    problem: problem.id,
    title: problem.title,
    status: problem.status,
    tradeOff: problem.tradeOff,
    likelihood: score / top,
    tier: tierOf(problem, inputs, score),
    reasons:
      reasons.length > 0
        ? reasons
        : [{ from: 'knowledge', text: 'it is in the bank, and nothing points to it' }],
    carriesOver: kept,
  }));
}

function tierOf(problem: Problem, inputs: Inputs, score: number): Pivot['tier'] {
  if (inputs.loop.rounds.some((r) => r.reported.some((x) => x.problem === problem.id))) return 'reported';
  if (
    inputs.loop.bank.includes(problem.id) ||
    inputs.loop.rounds.some((r) => r.alternates.includes(problem.id))
  )
    return 'likely';
  return score >= chanceOf.domain ? 'possible' : 'unlikely';
}

function uniqueReasons(reasons: readonly Reason[]): Reason[] {
  const seen = new Map(reasons.map((r) => [JSON.stringify(r), r]));
  const all = [...seen.values()];
  const fromLoop = all.filter((r) => r.from === 'loop');
  return fromLoop.length > 0 ? fromLoop : all.slice(0, 1);
}

/** What a guide's work is worth for another problem: the sheets' own words, else the patterns they share. */
function carriesOver(problem: Problem, guides: readonly ResolvedProblem[], inputs: Inputs): string[] {
  return guides.flatMap((guide) => {
    const said =
      guide.related.find((r) => r.problem === problem.id)?.carriesOver ??
      problem.related.find((r) => r.problem === guide.id)?.carriesOver;
    if (said) return [`From **${guide.title}**: ${said}`];
    const shared = problem.patterns.apply.filter((p) => guide.patterns.apply.includes(p));
    const titles = shared.flatMap((p) => titleOfPattern(inputs, p));
    return titles.length > 0 ? [`From **${guide.title}**: ${titles.slice(0, 3).join(', ')}.`] : [];
  });
}

function titleOfPattern(inputs: Inputs, id: string): string[] {
  const pattern = inputs.knowledge.patterns.find((p) => p.id === id);
  return pattern ? [inSentence(pattern.title)] : [];
}
