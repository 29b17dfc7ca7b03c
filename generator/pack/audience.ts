/** What each round should hear, and what to leave to another. */
import type { LensId } from '../model/ids.ts';
import type { Inputs } from '../model/inputs.ts';
import type { AudienceRow, Guide, RoundView } from '../model/pack.ts';
import { type Circumstances, reasonsFor } from './reasons.ts';
import { leading } from './weights.ts';

/** One row for every round that is not a break. A topic of two rounds belongs most to the one that weighs it most. */
export function audienceMap(
  inputs: Inputs,
  rounds: readonly RoundView[],
  guides: readonly Guide[],
): AudienceRow[] {
  const home = new Map<LensId, { round: string; weight: number }>();
  for (const guide of guides)
    for (const lens of leading(guide.weights, 4)) {
      const weight = guide.weights[lens] ?? 0;
      if (weight > (home.get(lens)?.weight ?? 0)) home.set(lens, { round: guide.round.id, weight });
    }
  return rounds
    .filter((r) => r.kind !== 'break')
    .map((round) => {
      const guide = guides.find((g) => g.round.id === round.id);
      if (guide) return designRow(inputs, guide, guides, home);
      const told = round.kind === 'behavioral' ? stories(inputs) : [];
      return { round, hears: [], leaveOut: [], shared: [], stories: told };
    });
}

function designRow(
  inputs: Inputs,
  guide: Guide,
  guides: readonly Guide[],
  home: ReadonlyMap<LensId, { round: string }>,
): AudienceRow {
  const title = (lens: LensId) => inputs.knowledge.lenses.find((l) => l.id === lens)?.title ?? lens;
  const at: Circumstances = { inputs, panel: guide.panel, weights: guide.weights, general: guide.general };
  const mine = leading(guide.weights, 4);
  const used = new Map<string, number>();
  const topics = topicsOf(guide);
  const hears = mine.map((lens) => {
    const { dive, question } = topics.get(lens) ?? {};
    const text = dive
      ? `Take “${dive}” as the deep dive.`
      : question
        ? `Be ready for “${question}”`
        : 'Name it when you reach it in the design.';
    const reason = reasonsFor([lens], at, used)[0] ?? {
      from: 'knowledge' as const,
      text: 'the problem leads there',
    };
    return { topic: title(lens), text, reason };
  });
  const leaveOut = guides
    .filter((g) => g.round.id !== guide.round.id)
    .flatMap((other) =>
      leading(other.weights, 3)
        .filter((lens) => !mine.includes(lens) && home.get(lens)?.round === other.round.id)
        .map((lens) => ({
          topic: title(lens),
          text: `One sentence is enough here; ${other.round.title} is where it counts.`,
        })),
    );
  const shared = guides
    .filter((g) => g.round.id !== guide.round.id)
    .flatMap((other) =>
      mine
        .filter(
          (lens) => leading(other.weights, 4).includes(lens) && home.get(lens)?.round === other.round.id,
        )
        .map((lens) => ({
          topic: title(lens),
          text: shareOut(topics.get(lens)?.dive, topicsOf(other).get(lens)?.dive, other.round.title),
        })),
    );
  return { round: guide.round, hears, leaveOut, shared, stories: [] };
}

/** How two rounds that press on one topic divide it: each by its own deep dive, else the argument stays with the other. */
function shareOut(here: string | undefined, there: string | undefined, other: string): string {
  if (here && there && here !== there)
    return `${other} hears it through “${there}”, this round through “${here}”. Do not tell one example twice.`;
  return here
    ? `${other} presses on it, too. Argue it here on “${here}”, and bring another example there.`
    : `${other} presses on it more. Bring your main example there, and another one here.`;
}

/** For each leading lens of a round what carries it: a deep dive of its own, else a question. */
function topicsOf(guide: Guide): Map<LensId, { dive: string | undefined; question: string | undefined }> {
  const given = new Set<string>();
  return new Map(
    leading(guide.weights, 4).map((lens) => {
      const free = guide.dives.filter((d) => d.minutes > 0 && !given.has(d.id));
      const dive = free.find((d) => d.lenses[0] === lens) ?? free.find((d) => d.lenses[1] === lens);
      if (dive) given.add(dive.id);
      const question =
        guide.questions.find((q) => q.lenses[0] === lens) ??
        guide.questions.find((q) => q.lenses[1] === lens);
      return [lens, { dive: dive?.title, question: question?.question }];
    }),
  );
}

/** The company's values, each with the candidate's story for it, then stories without one. */
function stories(inputs: Inputs): AudienceRow['stories'] {
  const { highlights } = inputs.profile;
  const values = inputs.loop.company.values;
  const told = new Set<string>();
  const rows = values.flatMap((value) => {
    const highlight =
      highlights.find((h) => h.values.includes(value) && !told.has(h.title)) ??
      highlights.find((h) => h.values.includes(value));
    if (!highlight) return [];
    told.add(highlight.title);
    return [{ highlight, value }];
  });
  const rest = highlights
    .filter((h) => !told.has(h.title))
    .map((highlight) => ({ highlight, value: undefined }));
  return [...rows, ...rest];
}
