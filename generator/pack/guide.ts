/** One design round, its panel and its problem in; the round's guide out. */
import type { Inputs } from '../model/inputs.ts';
import type { Round } from '../model/loop.ts';
import type { Guide, PanelMember, ProblemChance, Reason, ResolvedProblem, RoundView } from '../model/pack.ts';
import { chooseDives } from './dives.ts';
import { hereIn } from './here.ts';
import { chooseInsights } from './insights.ts';
import { pace, readyBy } from './pacing.ts';
import { chooseQuestions, levelFit } from './questions.ts';
import { type Circumstances, reasonsFor } from './reasons.ts';
import { fillSlots, slotsOf } from './slots.ts';
import { isGeneral, leading, roundWeights } from './weights.ts';

const questionCount = 10;
const patternCount = 6;

export interface GuideChoice {
  round: Round;
  view: RoundView;
  problem: ResolvedProblem;
  chosen: ProblemChance;
  others: ProblemChance[];
}

/** `taken` holds the ids of questions that earlier rounds ask; this round's are added to it by the caller. */
export function composeGuide(
  inputs: Inputs,
  members: readonly PanelMember[],
  choice: GuideChoice,
  taken: ReadonlySet<string>,
): Guide {
  const { profile, loop, knowledge } = inputs;
  const { problem, view } = choice;
  const panel = members.filter((m) => m.rounds.includes(view.id));
  const weights = roundWeights(choice.round, panel, loop.company, problem.lenses);
  const at: Circumstances = { inputs, panel, weights, general: isGeneral(panel) };
  const level = profile.target.level;
  const phases = pace(knowledge.communication.phases, view.minutes);
  const deep = phases.find((p) => p.id === 'deep-dive');
  const lead = leading(weights, 4);
  const slots = slotsOf(problem);
  const dives = chooseDives(problem, at, { level, minutes: deep ? deep.to - deep.from : 0 });
  const depth = problem.depth;
  return {
    round: view,
    problem,
    chosen: choice.chosen,
    others: choice.others,
    panel,
    weights,
    general: at.general,
    phases: phases.map((p) => ({ ...p, here: depth && hereIn(p.id, { depth, dives, weights }) })),
    insights: chooseInsights(problem, at),
    dives,
    questions: chooseQuestions(problem, at, { level, count: questionCount, taken }),
    signals: knowledge.signals
      .filter((s) => s.levels.includes(level))
      .map((s) => ({ ...s, soundsLike: fillSlots(s.soundsLike, slots) ?? '' })),
    unprompted: knowledge.communication.unprompted,
    mistakes: knowledge.mistakes.filter((m) => levelFit(m.levels, level) === 1),
    patterns: choosePatterns(problem, at),
    haveReady: readyBy(panel, view.minutes),
    numbers: knowledge.numbers
      .map((n) => ({ n, served: n.lenses.filter((l) => lead.includes(l)).length }))
      .filter((x) => x.served > 0)
      .sort((a, b) => b.served - a.served)
      .slice(0, 8)
      .map((x) => x.n),
  };
}

/** The patterns that the sheet applies and the panel cares for, then those that only the panel does. */
function choosePatterns(problem: ResolvedProblem, at: Circumstances): Guide['patterns'] {
  const used = new Map<string, number>();
  return at.inputs.knowledge.patterns
    .filter(({ kind }) => kind !== 'anti-pattern')
    .map((pattern) => {
      const applied = problem.patterns.apply.includes(pattern.id);
      const weight = Math.max(0, ...pattern.lenses.map((l) => at.weights[l] ?? 0));
      return { pattern, applied, score: weight + (applied ? 0.15 : 0) };
    })
    .sort((a, b) => b.score - a.score || a.pattern.id.localeCompare(b.pattern.id, 'en'))
    .slice(0, patternCount)
    .map(({ pattern, applied }) => {
      const fallback: Reason = { from: 'knowledge', text: 'it serves whatever they ask' };
      const own: Reason = { from: 'knowledge', text: `${problem.title} rests on it` };
      const reason = reasonsFor(pattern.lenses, at, used)[0];
      return { pattern, reason: reason?.from === 'bio' ? reason : applied ? own : (reason ?? fallback) };
    });
}
