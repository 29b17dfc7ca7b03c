/** A composed pack in; everything worth recalling as draft cards, each with its importance for each round, out. */
import type { Inputs } from '../model/inputs.ts';
import type { DraftCard, Guide, Pack } from '../model/pack.ts';
import type { Pattern } from '../model/pattern.ts';
import { serves } from './cover.ts';
import { type ProblemLikelihood, problemLikelihoods } from './deck-likelihood.ts';
import { cardsOfProblem } from './deck-problem.ts';
import { gapFor } from './gaps.ts';

/** What a card is before it is weighed: `weight` is its place within its subject, 0 to 1. */
export type UnweighedCard = Omit<DraftCard, 'targets'> & {
  weight: number;
  /** Set where only these rounds ask it. */
  rounds?: readonly string[];
};

/** Confidence from here on counts as known, and is asked of the candidate's time less. */
const confident = 4;
const gapFactor = 1.3;
const strengthFactor = 0.75;
/** A question on the candidate's own work is asked in about every second design round. */
const probeLikelihood = 0.5;
/** Whatever the reports say, any problem may come up. */
const leastLikelihood = 0.001;
/** No card is worth less than this: it stands at the end of the queue, not outside of it. */
const leastImportance = 0.01;

export type DeckPack = Omit<Pack, 'deck' | 'material'>;

/** Every card, the most important first. The most important one has importance 1. */
export function composeDeck(inputs: Inputs, pack: DeckPack): DraftCard[] {
  const likelihoods = problemLikelihoods(inputs, pack.guides);
  const cards = [
    ...pack.problems.flatMap((p) => cardsOfProblem(p, pack.guides, likelihoods, pack.candidate.level)),
    ...patternCards(pack),
  ];
  const weighed = cards.map((card) => weigh(card, inputs, pack.guides, likelihoods));
  const top = Math.max(...weighed.flatMap((c) => c.targets.map((t) => t.importance)), Number.MIN_VALUE);
  return weighed
    .filter((c) => c.targets.length > 0)
    .map((c) => ({
      ...c,
      targets: c.targets.map((t) => ({
        round: t.round,
        importance: Math.max(leastImportance, Number((t.importance / top).toFixed(4))),
      })),
    }))
    .sort((a, b) => worth(b) - worth(a) || a.id.localeCompare(b.id, 'en'));
}

const worth = (card: Pick<DraftCard, 'targets'>) => Math.max(...card.targets.map((t) => t.importance));

/** How likely the round asks its subject × its weight there × the candidate's gap. */
function weigh(
  { weight, rounds, ...card }: UnweighedCard,
  inputs: Inputs,
  guides: readonly Guide[],
  likelihoods: ProblemLikelihood,
): DraftCard {
  const factor = candidateFactor(card, inputs);
  const targets = guides
    .filter((g) => rounds === undefined || rounds.includes(g.round.id))
    .map((g) => {
      const likely =
        card.kind === 'pattern'
          ? 0.4 * serves(card.lenses, g.weights)
          : card.kind === 'probe'
            ? probeLikelihood
            : Math.max(leastLikelihood, likelihoods.get(g.round.id)?.get(card.subject) ?? 0);
      return { round: g.round.id, importance: likely * weight * factor };
    })
    .filter((t) => t.importance > 0);
  return { ...card, targets };
}

/** More for what the profile marks as a gap, less for what the candidate says they know. */
function candidateFactor(card: Pick<DraftCard, 'subject' | 'lenses'>, inputs: Inputs): number {
  const { profile, knowledge } = inputs;
  const sure = profile.confidence[card.subject];
  const isGap =
    profile.gaps.includes(card.subject) ||
    (sure !== undefined && sure <= 2) ||
    card.lenses.slice(0, 2).some((l) => gapFor(l, profile, knowledge));
  if (isGap) return gapFactor;
  const known =
    profile.strengths.includes(card.subject) ||
    (sure ?? 0) >= confident ||
    (card.lenses[0] !== undefined && profile.strengths.includes(card.lenses[0]));
  return known ? strengthFactor : 1;
}

const asked: Readonly<Record<Pattern['kind'], string>> = {
  pattern: 'what is it, and what is its price?',
  choice: 'what decides, and what does each cost?',
  'anti-pattern': 'how does it hurt?',
};

/** One line each, so that none of them is news on the day. */
function patternCards(pack: DeckPack): UnweighedCard[] {
  return pack.patterns.map((p) => ({
    id: `${p.id}:pattern:one-line`,
    kind: 'pattern',
    subject: p.id,
    subjectTitle: p.title,
    lenses: p.lenses,
    front: `${p.title}: ${asked[p.kind]}`,
    back: [p.oneLine],
    saidWith: undefined,
    sources: [`/patterns/${p.id}/`],
    mustKnow: false,
    weight: 0.6,
  }));
}
