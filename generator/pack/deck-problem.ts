/** One problem in; its cards out: many where a round prepares it, some where it may be asked, one line everywhere. */
import type { LensId, Level } from '../model/ids.ts';
import type { AskedQuestion, Guide, ResolvedDepth, ResolvedProblem } from '../model/pack.ts';
import { slug } from '../model/slug.ts';
import { serves } from './cover.ts';
import type { UnweighedCard } from './deck.ts';
import type { ProblemLikelihood } from './deck-likelihood.ts';
import { inSentence, upperFirst } from './in-sentence.ts';
import { levelFit } from './questions.ts';

/** From this likelihood on a problem with a full sheet gets cards of its own beside its one line. */
const worthCards = 0.025;
/** How many cards of a kind: for a round's own problem, and for one that may come up. */
const most = {
  chosen: { questions: 26, numbers: 10, tradeOffs: 8, tables: 6, failures: 8 },
  possible: { questions: 8, numbers: 3, tradeOffs: 3, tables: 2, failures: 3 },
};
/** How many of a guide's questions must be known on the day. */
const mustKnowQuestions = 8;

export function cardsOfProblem(
  problem: ResolvedProblem,
  guides: readonly Guide[],
  likelihoods: ProblemLikelihood,
  level: Level,
): UnweighedCard[] {
  const own = guides.filter((g) => g.problem.id === problem.id);
  const line = breadthCard(problem, own);
  if (own.length > 0) return [line, ...own.flatMap((g) => guideCards(problem, g, level))].filter(firstOfId());
  const likeliest = [...guides].sort(
    (a, b) => likelihood(likelihoods, b, problem) - likelihood(likelihoods, a, problem),
  )[0];
  if (!problem.depth || !likeliest || likelihood(likelihoods, likeliest, problem) < worthCards) return [line];
  return [
    line,
    ...depthCards(problem, problem.depth, { guide: likeliest, limit: most.possible, asked: [], level }),
  ];
}

const likelihood = (all: ProblemLikelihood, guide: Guide, problem: ResolvedProblem) =>
  all.get(guide.round.id)?.get(problem.id) ?? 0;

/** A problem that two rounds prepare has each card once. */
function firstOfId(): (card: UnweighedCard) => boolean {
  const seen = new Set<string>();
  return ({ id }) => !seen.has(id) && seen.add(id).size > 0;
}

function guideCards(problem: ResolvedProblem, guide: Guide, level: Level): UnweighedCard[] {
  const asked = guide.questions.map((q, rank) => askedCard(problem, guide, q, rank));
  if (!problem.depth) return asked;
  return [...asked, ...depthCards(problem, problem.depth, { guide, limit: most.chosen, asked, level })];
}

/** A question that a round's guide ranks: it must be known, whatever else is. */
function askedCard(problem: ResolvedProblem, guide: Guide, q: AskedQuestion, rank: number): UnweighedCard {
  const [subject = problem.id] = q.id.split(':');
  const ofSheet = q.origin === 'sheet';
  return {
    ...questionFaces(q),
    id: q.id,
    kind: ofSheet ? 'question' : 'probe',
    subject: ofSheet ? problem.id : subject,
    subjectTitle: problem.title,
    lenses: q.lenses,
    saidWith: problem.id,
    sources: [`/rounds/${guide.round.id}/#${slug(q.id)}`, `/problems/${problem.id}/#${slug(q.id)}`],
    mustKnow: rank < mustKnowQuestions,
    weight: 1 - 0.04 * rank,
    ...(ofSheet ? {} : { rounds: [guide.round.id] }),
  };
}

function questionFaces(q: Pick<AskedQuestion, 'question' | 'leadWith' | 'ladder'>) {
  return {
    front: q.question,
    back: [q.leadWith, `*They push back:* ${q.ladder.pushback} *You:* ${q.ladder.defend}`],
  };
}

/** The problem's questions beyond those of the guide, its numbers, trade-offs, tables and failures. */
function depthCards(
  problem: ResolvedProblem,
  depth: ResolvedDepth,
  choice: {
    guide: Guide;
    limit: (typeof most)['chosen'];
    asked: readonly UnweighedCard[];
    level: Level;
  },
): UnweighedCard[] {
  const { guide, limit, asked, level } = choice;
  const known = new Set(asked.map((c) => c.id));
  const chosen = guide.problem.id === problem.id;
  const page = chosen ? `/rounds/${guide.round.id}/` : `/problems/${problem.id}/`;
  const own = `/problems/${problem.id}/`;
  const at = (...anchors: string[]) =>
    [page, own].flatMap((p) => anchors.map((a) => `${p}#${a}`)).concat(own);
  const card = (
    kind: UnweighedCard['kind'],
    item: string,
    rest: Pick<UnweighedCard, 'front' | 'back' | 'lenses' | 'sources' | 'weight'> & { mustKnow?: boolean },
  ): UnweighedCard => ({
    id: `${problem.id}:${kind}:${item}`,
    kind,
    subject: problem.id,
    subjectTitle: problem.title,
    saidWith: problem.id,
    mustKnow: false,
    ...rest,
  });

  const questions = byWeight(depth.questions, guide)
    .filter((q) => !known.has(`${problem.id}:question:${q.id}`))
    .sort((a, b) => levelFit(b.levels, level) - levelFit(a.levels, level))
    .slice(0, Math.max(0, limit.questions - asked.length))
    .map((q, rank) =>
      card('question', q.id, {
        ...questionFaces(q),
        lenses: q.lenses,
        sources: at(slug(`${problem.id}:question:${q.id}`)),
        weight: (chosen ? 0.55 : 0.8) - 0.015 * rank,
      }),
    );
  const headline = [...new Set(Object.values(depth.estimates.headline))];
  const numbers = problem.evaluated.steps
    .filter((s) => headline.includes(s.name))
    .sort((a, b) => headline.indexOf(a.name) - headline.indexOf(b.name))
    .slice(0, limit.numbers)
    .map((s, rank) =>
      card('number', s.name, {
        front: `${problem.title}: ${s.say}?`,
        back: [
          `**{${s.name}}**, between {${s.name}@low} and {${s.name}@high}.`,
          `It is \`${s.formula.replace(/\s+/g, ' ').slice(0, 160)}\`.`,
        ],
        lenses: ['capacity-cost'],
        sources: at('c-back-of-envelope', 'back-of-envelope'),
        weight: 0.8 - 0.05 * rank,
        mustKnow: chosen && rank < 3,
      }),
    );
  const tradeOffs = byWeight(depth.choices, guide)
    .slice(0, limit.tradeOffs)
    .map((c, rank) =>
      card('trade-off', c.id, {
        front: c.question,
        back: [`**${upperFirst(c.chosen)}.** ${c.because}`, `*Flip it when* ${inSentence(c.flipWhen)}`],
        lenses: c.lenses,
        sources: at(`choice-${c.id}`),
        weight: 0.85 - 0.06 * rank,
        mustKnow: chosen && rank < 2,
      }),
    );
  const tables = depth.schema.tables.slice(0, limit.tables).map((t, rank) =>
    card('schema', t.id, {
      front: `${problem.title}: table \`${t.id}\`. ${t.purpose} Which key, which order, which columns?`,
      back: [
        `Key \`${t.partitionKey.join(', ')}\`${t.clusteringKey.length > 0 ? `, ordered by \`${t.clusteringKey.join(', ')}\`` : ''}. ${
          t.columns.length > 0 ? `Columns: ${t.columns.map((c) => `\`${c.name}\``).join(', ')}.` : ''
        }`,
        `*Serves:* ${t.queries[0]?.serves ?? t.purpose}`,
        `*Heat:* ${t.hotPartition}`,
      ],
      lenses: ['data-modeling', 'storage'],
      sources: at(`table-${t.id}`),
      weight: 0.75 - 0.08 * rank,
      mustKnow: chosen && rank === 0,
    }),
  );
  const failures = byWeight(depth.failures, guide)
    .slice(0, limit.failures)
    .map((f, rank) =>
      card('failure', f.id, {
        front: `${problem.title}: ${inSentence(f.title).replace(/[.?]$/, '')}. What do you notice, what does it do, what have you prepared?`,
        back: [
          `*You notice:* ${f.detection}`,
          `*Effect:* ${f.effect}`,
          `*Prepared:* ${f.mitigation}`,
          `*Back:* ${f.recovery}`,
        ],
        lenses: f.lenses,
        sources: at(`failure-${f.id}`),
        weight: 0.75 - 0.06 * rank,
        mustKnow: chosen && rank < 2,
      }),
    );
  return [...questions, ...numbers, ...tradeOffs, ...tables, ...failures];
}

/** Those that serve the round's weights most, first. */
function byWeight<T extends { lenses: readonly LensId[] }>(items: readonly T[], guide: Guide): T[] {
  return items
    .map((item, i) => ({ item, i, s: serves(item.lenses, guide.weights) }))
    .sort((a, b) => b.s - a.s || a.i - b.i)
    .map((x) => x.item);
}

/** The whole problem in one line: enough to hold a pivot. */
function breadthCard(problem: ResolvedProblem, own: readonly Guide[]): UnweighedCard {
  return {
    id: `${problem.id}:breadth:one-line`,
    kind: 'breadth',
    subject: problem.id,
    subjectTitle: problem.title,
    lenses: problem.lenses.slice(0, 4),
    front: `${problem.title}, in one breath: what decides the design, and which numbers?`,
    back: [problem.tradeOff, ...problem.threeNumbers.map((n) => `${upperFirst(n.what)}: **${n.value}**`)],
    saidWith: problem.id,
    sources: [`/problems/${problem.id}/`],
    mustKnow: own.length > 0,
    weight: 0.9,
  };
}
