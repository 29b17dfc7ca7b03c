/** The candidate's weak areas, and how hard this loop presses on each. */
import type { LensId } from '../model/ids.ts';
import { lensIds } from '../model/ids.ts';
import type { Inputs } from '../model/inputs.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Gap, Guide, Reason } from '../model/pack.ts';
import type { Profile } from '../model/profile.ts';
import { inSentence } from './in-sentence.ts';

/** Confidence at or under this, of 5, is a gap of its own. */
const lowConfidence = 2;

/** The lenses that an entry of `gaps` or `strengths` stands for: a lens, a problem's, a pattern's or a technology's. */
function lensesOfEntry(entry: string, knowledge: Knowledge): LensId[] {
  const lens = lensIds.find((id) => id === entry);
  if (lens) return [lens];
  const problem = knowledge.problems.find((p) => p.id === entry);
  if (problem) return problem.lenses.slice(0, 3);
  const pattern = knowledge.patterns.find((p) => p.id === entry);
  if (pattern) return pattern.lenses.slice(0, 2);
  const word = entry.toLowerCase();
  const technology = knowledge.technologies.find(
    (t) => t.name.toLowerCase() === word || t.aliases.some((a) => a.toLowerCase() === word),
  );
  if (!technology) return [];
  const strongest = Math.max(0, ...Object.values(technology.lenses));
  return lensIds.filter((id) => (technology.lenses[id] ?? 0) >= Math.max(0.5, strongest - 0.05));
}

/** Gap entries: those listed, and everything with low confidence. */
function gapEntries(profile: Profile): string[] {
  const unsure = Object.entries(profile.confidence).flatMap(([entry, c]) =>
    c <= lowConfidence ? [entry] : [],
  );
  return [...new Set([...profile.gaps, ...unsure])];
}

/** Why a lens is a gap of this candidate, when it is one. An entry that names the lens itself comes before a wider one. */
export function gapFor(lens: LensId, profile: Profile, knowledge: Knowledge): Reason | undefined {
  const entries = gapEntries(profile);
  if (profile.strengths.includes(lens) && !entries.includes(lens)) return undefined;
  const entry =
    entries.find((e) => e === lens) ??
    entries.find(
      (e) => !knowledge.problems.some((p) => p.id === e) && lensesOfEntry(e, knowledge).includes(lens),
    );
  if (entry === undefined) return undefined;
  return { from: 'profile', entry, text: gapText(entry, profile, knowledge) };
}

function gapText(entry: string, profile: Profile, knowledge: Knowledge): string {
  const title = titleOf(entry, knowledge);
  const sure = profile.confidence[entry];
  return profile.gaps.includes(entry)
    ? `you marked ${title} as a gap`
    : `your confidence in ${title} is ${sure} of 5`;
}

const sentence = (title: string | undefined) => (title === undefined ? undefined : inSentence(title));

/** The words for an id that a profile names. */
function titleOf(entry: string, knowledge: Knowledge): string {
  return (
    sentence(knowledge.lenses.find((l) => l.id === entry)?.title) ??
    knowledge.problems.find((p) => p.id === entry)?.title ??
    sentence(knowledge.patterns.find((p) => p.id === entry)?.title) ??
    knowledge.technologies.find(
      (t) => t.name.toLowerCase() === entry || t.aliases.some((a) => a.toLowerCase() === entry),
    )?.name ??
    entry
  );
}

/** Every gap, the most pressing first. `pressure` is the share of the design rounds' attention that falls on it. */
export function rankGaps(inputs: Inputs, guides: readonly Guide[]): Gap[] {
  const { profile, knowledge } = inputs;
  const gaps = gapEntries(profile).map((entry): Gap => {
    const lenses = lensesOfEntry(entry, knowledge);
    const asked = guides.filter((g) => g.problem.id === entry);
    const byLens = guides.map((g) => Math.max(0, ...lenses.map((l) => g.weights[l] ?? 0)));
    const pressure =
      guides.length === 0
        ? 0
        : Math.min(
            1,
            Math.max(0, ...byLens) + asked.reduce((n, g) => n + 0.5 * (g.chosen.confidence ?? 0.3), 0),
          );
    const reasons: Reason[] = [{ from: 'profile', entry, text: gapText(entry, profile, knowledge) }];
    for (const guide of asked)
      reasons.push({
        from: 'loop',
        text: `${guide.problem.title} is the likeliest problem of ${guide.round.title}`,
      });
    const quote = guides
      .flatMap((g) => g.panel)
      .flatMap((m) => m.lenses.filter((l) => lenses.includes(l.lens.id)).map((l) => ({ m, l })))
      .sort((a, b) => b.l.weight - a.l.weight)[0];
    if (quote?.l.quotes[0])
      reasons.push({
        from: 'bio',
        interviewer: quote.m.id,
        name: quote.m.name,
        lens: quote.l.lens.id,
        quote: quote.l.quotes[0],
      });
    const round = asked[0] ?? guides[byLens.indexOf(Math.max(...byLens))];
    const todo = asked[0]
      ? `Work through the guide of ${asked[0].round.title} until you can draw it from memory.`
      : round && pressure > 0
        ? `In the guide of ${round.round.title}, answer aloud the questions marked ${lenses
            .map((l) => knowledge.lenses.find((k) => k.id === l)?.title ?? l)
            .slice(0, 2)
            .join(' and ')}.`
        : 'This loop presses little on it; keep it for the breadth deck.';
    return { entry, title: titleOf(entry, knowledge), pressure, reasons, todo };
  });
  return gaps.sort((a, b) => b.pressure - a.pressure);
}
