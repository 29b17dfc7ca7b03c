/** A composed pack in; what its sessions can hold besides cards and reading, most important first, out. */
import type { Inputs } from '../model/inputs.ts';
import type { Guide, ResolvedProblem } from '../model/pack.ts';
import type { Material } from '../model/plan.ts';
import type { DeckPack } from './deck.ts';
import { type ProblemLikelihood, problemLikelihoods } from './deck-likelihood.ts';
import { inSentence } from './in-sentence.ts';
import { builds, stories } from './material-own.ts';
import { guideMaterial, problemMaterial } from './material-problem.ts';

/** Problems beside the rounds' own that a candidate can rehearse: the likeliest with a full sheet. */
const otherProblems = 6;

export function composeMaterial(inputs: Inputs, pack: DeckPack): Material[] {
  const likelihoods = problemLikelihoods(inputs, pack.guides);
  const others = likeliest(pack, likelihoods)
    .filter(({ problem }) => problem.depth && !pack.guides.some((g) => g.problem.id === problem.id))
    .slice(0, otherProblems);
  return [
    ...pack.guides.flatMap((g) => guideMaterial(g, pack)),
    ...others.flatMap((o) => problemMaterial(o.problem, o.share, o.round)),
    ...breadth(pack, likelihoods),
    ...stories(pack),
    ...builds(inputs, pack),
    ...lastPages(pack),
  ].sort((a, b) => b.importance - a.importance || a.id.localeCompare(b.id, 'en'));
}

function likeliest(pack: DeckPack, likelihoods: ProblemLikelihood) {
  return pack.problems
    .map((problem) => {
      const best = pack.guides
        .map((g) => ({ round: g, share: likelihoods.get(g.round.id)?.get(problem.id) ?? 0 }))
        .sort((a, b) => b.share - a.share)[0];
      return { problem, share: best?.share ?? 0, round: best?.round };
    })
    .sort((a, b) => b.share - a.share || a.problem.id.localeCompare(b.problem.id, 'en'));
}

/** The whole bank in one line each, first in halves of a sitting; on the eve the five likeliest, rapid-fire. */
function breadth(pack: DeckPack, likelihoods: ProblemLikelihood): Material[] {
  if (pack.guides.length === 0) return [];
  const ranked = likeliest(pack, likelihoods).map((x) => x.problem);
  const five = ranked.filter((p) => !pack.guides.some((g) => g.problem.id === p.id)).slice(0, 5);
  const names = (problems: readonly ResolvedProblem[]) => problems.map((p) => p.title).join(', ');
  return [
    {
      id: 'breadth:likeliest',
      kind: 'breadth',
      title: 'The ten likeliest systems, one line each',
      how: `Read the pitch, the trade-off and the three numbers of ${names(ranked.slice(0, 10))}; say each trade-off aloud before you go on.`,
      why: 'Breadth comes first: a round may turn to any of them.',
      path: '/pivots/',
      minutes: 20,
      importance: 0.9,
      repeatable: false,
    },
    {
      id: 'breadth:bank',
      kind: 'breadth',
      title: 'Every other system of the bank in one line',
      how: `Skim the deck of ${pack.problems.length} problems; mark the ones whose trade-off you could not have said.`,
      why: 'Whatever is asked, you have seen its key trade-off once.',
      path: '/problems/',
      minutes: 25,
      importance: 0.5,
      repeatable: false,
    },
    {
      id: 'rapid-fire:likeliest',
      kind: 'rapid-fire',
      title: 'Five systems in fifteen minutes',
      how: `Three minutes each, aloud, from a blank page: ${names(five)}. Requirements, one number, the boxes, the trade-off.`,
      why: 'The evening before, retrieval beats reading.',
      path: '/pivots/',
      minutes: 15,
      importance: 0.8,
      repeatable: true,
    },
  ];
}

/** One read of the cheat sheets on the eve, and a refresher on the day. */
function lastPages(pack: DeckPack): Material[] {
  const sheets = pack.guides.map(
    (g: Guide): Material => ({
      id: `cheat-sheet:${g.round.id}`,
      kind: 'cheat-sheet',
      title: `Cheat sheet of ${g.round.title}`,
      how: `Read the page for ${inSentence(g.round.title)} once, slowly; say the numbers aloud. Then put it away.`,
      why: 'One read fixes the order of the hour; a second one only feeds the nerves.',
      path: `/cheat-sheet/${g.round.id}/`,
      minutes: 8,
      problem: g.problem.id,
      round: g.round.id,
      importance: 0.85,
      repeatable: false,
    }),
  );
  const first = pack.guides[0];
  if (!first) return sheets;
  return [
    ...sheets,
    {
      id: 'refresher:day',
      kind: 'refresher',
      title: 'A refresher before the first round',
      how: `${pack.guides.map((g) => `The openings and the three numbers of ${g.problem.title}`).join('; ')}. No new material.`,
      why: 'Fifteen minutes bring the first answers to the tip of the tongue; more would tire.',
      path: `/cheat-sheet/${first.round.id}/`,
      minutes: 15,
      round: first.round.id,
      importance: 1,
      repeatable: false,
    },
  ];
}
