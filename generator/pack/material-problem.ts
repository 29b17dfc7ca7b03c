/** One problem in; the ways to practice it out: estimates, a blank page, the whiteboard, dives aloud, mocks, postmortems. */
import type { Guide, ResolvedProblem } from '../model/pack.ts';
import type { Material } from '../model/plan.ts';
import type { DeckPack } from './deck.ts';
import { inSentence } from './in-sentence.ts';

/** How many failures of a round's problem are told as incidents. */
const postmortems = 4;
const estimateMinutes = 15;
const schemaMinutes = 15;
const whiteboardMinutes = 25;
const postmortemMinutes = 15;
const feedbackMinutes = 20;
/** A mock is the round at its real length and ten minutes of notes. */
const debriefMinutes = 10;

const steps = (problem: ResolvedProblem) =>
  Object.values(problem.depth?.estimates.headline ?? {}).flatMap((name) => {
    const step = problem.evaluated.steps.find((s) => s.name === name);
    return step ? [inSentence(step.say)] : [];
  });
const reason = (guide: Guide) =>
  guide.chosen.reasons[0]?.from === 'loop'
    ? `${guide.round.title}: ${guide.chosen.reasons[0].text}`
    : `${guide.round.title} prepares ${guide.problem.title}`;
const list = (words: readonly string[]) => words.join(', ');

/** Practice of a round's own problem. */
export function guideMaterial(guide: Guide, pack: DeckPack): Material[] {
  const { problem, round } = guide;
  const page = `/rounds/${round.id}/`;
  const base = { problem: problem.id, round: round.id };
  const why = reason(guide);
  const asked = guide.questions.slice(0, 3).map((q) => `“${q.question.replace(/\{[^}]*\}/g, '…')}”`);
  const who = guide.panel.map((m) => m.name).join(' and ');
  const mock: Material = {
    ...base,
    id: `mock:${round.id}`,
    kind: 'mock',
    title: `Mock of ${round.title}: ${problem.title}`,
    how: `${round.minutes} minutes by the clock, aloud, on a blank board: ${guide.phases.map((p) => `${inSentence(p.title)} to ${p.to}`).join(', ')}. Let somebody, or an assistant, push back with the ladder of ${asked[0] ?? 'each question'}. Then note what you could not say.`,
    why: who ? `${who} will be in the room; ${why}` : why,
    path: `${page}#questions-they-will-ask`,
    minutes: round.minutes + debriefMinutes,
    importance: 1,
    repeatable: true,
  };
  const feedback: Material = {
    ...base,
    id: `feedback:${round.id}`,
    kind: 'feedback',
    title: `Your own design against the guide: ${problem.title}`,
    how: 'Lay your last board beside sections D to G. For each box: is it there, and what breaks without it? For each arrow: what happens at twice the load? Write down three things that were missing.',
    why: 'What you left out twice you will leave out on the day.',
    path: `${page}#d-high-level-design`,
    minutes: feedbackMinutes,
    importance: 0.7,
    repeatable: true,
  };
  const dives = guide.dives
    .filter((d) => d.minutes > 0)
    .map(
      (d, i): Material => ({
        ...base,
        id: `dive:${problem.id}:${d.id}`,
        kind: 'dive',
        title: `Deep dive aloud: ${d.title}`,
        how: `Read it once, close it, and explain it in ${d.minutes} minutes: the mechanism, the number, the alternative, when it breaks.`,
        why: d.reasons[0] && 'quote' in d.reasons[0] ? `${d.reasons[0].name}: “${d.reasons[0].quote}”` : why,
        path: `${page}#dive-${d.id}`,
        minutes: d.minutes + 10,
        importance: 0.9 - 0.08 * i,
        repeatable: true,
      }),
    );
  const incidents = (problem.depth?.failures ?? []).slice(0, postmortems).map(
    (f, i): Material => ({
      ...base,
      id: `postmortem:${problem.id}:${f.id}`,
      kind: 'postmortem',
      title: `Postmortem: ${inSentence(f.title)}`,
      how: 'Tell it as an incident of your own: what paged, what users saw and for how long, what stopped it, what you changed so that it cannot happen again. Then compare.',
      why: 'Failure questions are answered best as a story with numbers.',
      path: `${page}#failure-${f.id}`,
      minutes: postmortemMinutes,
      importance: 0.6 - 0.05 * i,
      repeatable: false,
    }),
  );
  return [
    mock,
    ...(pack.guides.length > 0 ? [feedback] : []),
    ...dives,
    ...practice(problem, { page, why, importance: 0.9, round: round.id, estimates: 'c-back-of-envelope' }),
    ...incidents,
  ];
}

/** Practice of a problem that may come up instead. */
export function problemMaterial(
  problem: ResolvedProblem,
  share: number,
  guide: Guide | undefined,
): Material[] {
  const page = `/problems/${problem.id}/`;
  const why = guide
    ? `It may be asked in ${guide.round.title} instead of ${guide.problem.title}.`
    : 'It is in the bank.';
  const importance = 0.3 + Math.min(0.4, share);
  const minutes = guide?.round.minutes ?? 45;
  return [
    {
      id: `mock:${problem.id}`,
      kind: 'mock',
      title: `Mock of another problem: ${problem.title}`,
      how: `${minutes} minutes by the clock without looking: clarify, estimate, draw, one deep dive, failures. Then compare with the sheet and note what carries over.`,
      why,
      path: `${page}#questions`,
      minutes: minutes + debriefMinutes,
      problem: problem.id,
      ...(guide ? { round: guide.round.id } : {}),
      importance,
      repeatable: true,
    },
    ...practice(problem, {
      page,
      why,
      importance: importance * 0.8,
      round: guide?.round.id,
      estimates: 'back-of-envelope',
    }),
  ];
}

/** Estimate, schema and whiteboard: only what the sheet can be compared with. */
function practice(
  problem: ResolvedProblem,
  at: { page: string; why: string; importance: number; round: string | undefined; estimates: string },
): Material[] {
  const { depth } = problem;
  if (!depth) return [];
  const base = {
    problem: problem.id,
    ...(at.round ? { round: at.round } : {}),
    why: at.why,
    repeatable: true,
  };
  const tables = depth.schema.tables.map((t) => `\`${t.id}\``);
  return [
    {
      ...base,
      id: `estimate:${problem.id}`,
      kind: 'estimate',
      title: `Estimate by hand: ${problem.title}`,
      how: `On paper, without the sheet: ${list(steps(problem))}. Say each assumption aloud, then compare; off by more than three times means the assumption, not the arithmetic.`,
      path: `${at.page}#${at.estimates}`,
      minutes: estimateMinutes,
      importance: at.importance * 0.85,
    },
    {
      ...base,
      id: `schema:${problem.id}`,
      kind: 'schema',
      title: `Blank page: the tables of ${problem.title}`,
      how: `Write ${list(tables)} with keys, order and one query each; mark where the heat is. Then compare and write down each key you got wrong.`,
      path: `${at.page}#table-${depth.schema.tables[0]?.id ?? ''}`,
      minutes: schemaMinutes,
      importance: at.importance * 0.8,
    },
    {
      ...base,
      id: `whiteboard:${problem.id}`,
      kind: 'whiteboard',
      title: `Whiteboard: ${problem.title}`,
      how: `From memory: ${depth.architecture.components.length} boxes in the order you would say them, then “${depth.architecture.flows.find((f) => f.hot)?.title ?? depth.architecture.flows[0]?.title ?? 'the main flow'}” numbered on the arrows. Remove one box and say what breaks.`,
      path: `${at.page}#${at.estimates === 'back-of-envelope' ? 'high-level-design' : 'd-high-level-design'}`,
      minutes: whiteboardMinutes,
      importance: at.importance * 0.9,
    },
  ];
}
