/** Weighed signals come in; out go the lenses they speak for, strongest first, each with its quotes. */
import { type LensId, lensIds } from '../model/ids.ts';
import type { Evidence, ReadLens } from '../model/reading.ts';
import type { Hit } from './match.ts';
import type { Range } from './sentences.ts';

/** A signal where it stands and what it is worth there. */
export interface Mention {
  hit: Hit;
  /** Which sentence it stands in. */
  sentence: number;
  factor: number;
  reasons: string[];
}

// An unmistakable sign (2) that was built (×1.25) fills over half of a lens; three of them nearly all of it.
const saturation = 3;
/** Evidence for the strongest lens below which a bio gives no signal. */
const threshold = 0.45;
/** A lens weaker than this, or than this share of the strongest, is noise. */
const floor = { evidence: 0.3, share: 0.35 };
/** A quote that adds less than this is not worth reading, unless it is the only one. */
const leastEvidence = 0.1;
const repeated = 1 / 3;

/** The lenses of a bio; `quote` gives the stretch to quote for the signals of one sentence, strongest first. */
export function scoreLenses(
  mentions: readonly Mention[],
  quote: (hits: readonly Hit[], sentence: number) => Range,
): Scored[] {
  const scored = lensIds.map((id) => {
    const parts = countedOnce(partsOf(id, mentions));
    const evidence = parts.reduce((sum, part) => sum + part.contribution, 0);
    return { id, evidence, parts, weight: 1 - Math.exp(-evidence / saturation) };
  });
  const strongest = Math.max(...scored.map((lens) => lens.weight));
  if (Math.max(...scored.map((lens) => lens.evidence)) < threshold) return [];
  const kept = scored.filter(
    (lens) => lens.evidence >= floor.evidence && lens.weight >= floor.share * strongest,
  );
  const total = kept.reduce((sum, lens) => sum + lens.weight, 0);
  return kept
    .map(({ id, weight, parts }) => ({ id, weight: weight / total, evidence: evidenceOf(parts, quote) }))
    .sort((a, b) => b.weight - a.weight);
}

/** A read lens whose quotes are still ranges. */
export type Scored = Omit<ReadLens, 'evidence'> & { evidence: Omit<Evidence, 'quote'>[] };

interface Part {
  mention: Mention;
  contribution: number;
}

function partsOf(id: LensId, mentions: readonly Mention[]): Part[] {
  return mentions.flatMap((mention) => {
    const weight = mention.hit.signal.lenses.find((lens) => lens.id === id)?.weight;
    return weight === undefined || mention.factor === 0
      ? []
      : [{ mention, contribution: weight * mention.factor }];
  });
}

/** Each word counts once for a lens, with its strongest signal; each time a signal comes back it counts a third as much. */
function countedOnce(parts: readonly Part[]): Part[] {
  const times = new Map<string, number>();
  const taken = new Map<number, Range[]>();
  const counted: Part[] = [];
  for (const part of [...parts].sort((a, b) => b.contribution - a.contribution)) {
    const { hit, sentence } = part.mention;
    const others = taken.get(sentence) ?? [];
    if (others.some((other) => hit.start < other.end && other.start < hit.end)) continue;
    taken.set(sentence, [...others, hit]);
    const key = hit.signal.concept;
    const before = times.get(key) ?? 0;
    times.set(key, before + 1);
    counted.push({ ...part, contribution: part.contribution * repeated ** before });
  }
  return counted;
}

function evidenceOf(
  parts: readonly Part[],
  quote: (hits: readonly Hit[], sentence: number) => Range,
): Scored['evidence'] {
  const sentences = new Set(parts.map((part) => part.mention.sentence));
  return [...sentences]
    .flatMap((sentence) =>
      quoted(
        parts.filter((part) => part.mention.sentence === sentence),
        (hits) => quote(hits, sentence),
      ),
    )
    .sort((a, b) => b.contribution - a.contribution || a.start - b.start)
    .filter((evidence, i) => i === 0 || evidence.contribution >= leastEvidence);
}

/** The quotes of one sentence: one for all its signals if it holds them, else one for each stretch. */
function quoted(parts: readonly Part[], quote: (hits: readonly Hit[]) => Range): Scored['evidence'] {
  const [first] = parts;
  if (!first) return [];
  const stretch = quote(parts.map((part) => part.mention.hit));
  const isInside = ({ mention: { hit } }: Part) => hit.start < stretch.end && stretch.start < hit.end;
  const inside = parts.filter((part) => part === first || isInside(part));
  const rest = parts.filter((part) => !inside.includes(part));
  const evidence = {
    ...stretch,
    signal: [...new Set(inside.map((part) => part.mention.hit.signal.label))].join(', '),
    contribution: inside.reduce((sum, part) => sum + part.contribution, 0),
    context: [...new Set(inside.flatMap((part) => part.mention.reasons))],
  };
  const others = quoted(rest, quote).filter(
    (other) => other.start !== evidence.start || other.end !== evidence.end,
  );
  return [evidence, ...others];
}
