/** Inputs and readings in, the whole Pack out: which problem each round prepares, its guide, and everything across rounds. */
import type { Inputs } from '../model/inputs.ts';
import { minutesOf, type Round } from '../model/loop.ts';
import type { Guide, Pack, ResolvedProblem, RoundView } from '../model/pack.ts';
import type { Reading } from '../model/reading.ts';
import { audienceMap } from './audience.ts';
import { availabilityOf } from './availability.ts';
import { chancesOfRound, rankPivots, suitsRound } from './chances.ts';
import { composeDeck, type DeckPack } from './deck.ts';
import { rankGaps } from './gaps.ts';
import { composeGuide } from './guide.ts';
import { composeMaterial } from './material.ts';
import { panelMembers } from './panel-members.ts';
import { evaluateFigures, resolveProblem } from './resolve.ts';
import { roundWeights } from './weights.ts';

/** Pure: the same inputs and readings give the same pack. */
export function composePack(inputs: Inputs, readings: ReadonlyMap<string, Reading>): Pack {
  const { profile, loop, knowledge } = inputs;
  const figures = Object.fromEntries(knowledge.numbers.map((n) => [n.id, n.value]));
  const problems = knowledge.problems.map((p) => resolveProblem(p, loop.company.scale, figures));
  const panel = panelMembers(inputs, readings);
  const rounds = loop.rounds.map((r) => roundView(r, loop.date));

  const taken = new Set<string>();
  const guides: Guide[] = [];
  for (const [index, choice] of assignProblems(inputs, panel, problems).entries()) {
    const view = rounds.find((r) => r.id === choice.round.id);
    if (!view) throw new Error(`round ${index} has no view`);
    const guide = composeGuide(inputs, panel, { ...choice, view }, taken);
    for (const q of guide.questions) taken.add(q.id);
    guides.push(guide);
  }
  const designRounds = guides.flatMap((g) => {
    const round = loop.rounds.find((r) => r.id === g.round.id);
    return round ? [{ round, weights: g.weights, problem: g.problem }] : [];
  });
  const pack: DeckPack = {
    name: inputs.name,
    today: inputs.today,
    asOf: loop.asOf,
    candidate: {
      name: profile.name,
      level: profile.target.level,
      role: profile.target.role,
      years: profile.years,
      timeZone: profile.availability?.timeZone,
    },
    company: {
      name: loop.company.name,
      domain: loop.company.domain,
      scale: loop.company.scale,
      values: loop.company.values,
    },
    loop: { date: loop.date, timeZone: loop.timeZone, note: loop.note, rounds },
    panel,
    guides,
    gaps: rankGaps(inputs, guides),
    pivots: rankPivots(inputs, designRounds),
    audience: audienceMap(inputs, rounds, guides),
    problems,
    patterns: knowledge.patterns,
    lenses: knowledge.lenses,
    communication: knowledge.communication,
    numbers: knowledge.numbers,
    figures: evaluateFigures(figures),
    availability: availabilityOf(inputs),
  };
  return { ...pack, deck: composeDeck(inputs, pack), material: composeMaterial(inputs, pack) };
}

/** One problem for every design round: the likeliest, and no problem for two rounds while another is at hand. */
function assignProblems(inputs: Inputs, panel: Pack['panel'], problems: readonly ResolvedProblem[]) {
  const design = inputs.loop.rounds.filter((r) => r.kind === 'system-design');
  const ranked = design.map((round) => {
    const members = panel.filter((m) => m.rounds.includes(round.id));
    return {
      round,
      chances: chancesOfRound(inputs, round, roundWeights(round, members, inputs.loop.company, [])),
    };
  });
  // The surest round picks first, so that a firm report is not lost to a guess.
  const order = [...ranked].sort((a, b) => (b.chances[0]?.score ?? 0) - (a.chances[0]?.score ?? 0));
  const used = new Set<string>();
  const chosenFor = new Map<string, string>();
  for (const { round, chances } of order) {
    const pick = chances.find((c) => !used.has(c.problem)) ?? chances[0];
    if (!pick) continue;
    used.add(pick.problem);
    chosenFor.set(round.id, pick.problem);
  }
  return ranked.flatMap(({ round, chances }) => {
    const id = chosenFor.get(round.id);
    const chosen = chances.find((c) => c.problem === id);
    const problem = problems.find((p) => p.id === id);
    if (!chosen || !problem) return [];
    const rest = chances.filter((c) => c.problem !== id);
    const named = rest.filter((c) => c.reasons.some((r) => r.from === 'loop'));
    const others = named.length > 0 || chosen.confidence !== undefined ? named : rest.filter(suitsRound);
    return [{ round, problem, chosen, others: others.slice(0, 5) }];
  });
}

function roundView(round: Round, date: string): RoundView {
  return {
    id: round.id,
    title: round.title,
    kind: round.kind,
    date: round.date ?? date,
    start: round.start,
    end: round.end,
    minutes: minutesOf(round.end) - minutesOf(round.start),
    interviewers: [...new Set([...(round.lead ? [round.lead] : []), ...round.interviewers])],
    lead: round.lead,
  };
}
