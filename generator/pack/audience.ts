/** What each round should hear, and what to leave to another. */
import type { LensId } from '../model/ids.ts';
import type { Inputs } from '../model/inputs.ts';
import type { AudienceRow, Guide, RoundView } from '../model/pack.ts';
import { type Circumstances, reasonsFor } from './reasons.ts';
import { leading } from './weights.ts';

/** One row for every round that is not a break. */
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
      return { round, hears: [], leaveOut: [], stories: round.kind === 'behavioral' ? stories(inputs) : [] };
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
  const given = new Set<string>();
  const hears = mine.map((lens) => {
    const free = guide.dives.filter((d) => !given.has(d.id));
    const dive = free.find((d) => d.lenses[0] === lens) ?? free.find((d) => d.lenses[1] === lens);
    if (dive) given.add(dive.id);
    const question = guide.questions.find((q) => q.lenses[0] === lens);
    const text = dive
      ? `Take “${dive.title}” as the deep dive.`
      : question
        ? `Be ready for “${question.question}”`
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
          text: `Both rounds press on it. Keep the full argument for ${other.round.title}, and bring another example here.`,
        })),
    );
  return { round: guide.round, hears, leaveOut: [...leaveOut, ...shared], stories: [] };
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
