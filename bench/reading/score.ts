/** A reading against its labels: each figure is hits out of chances, and every miss can say what it is. */
import type { Reading } from '../../generator/model/reading.ts';
import type { LabeledBio } from './labels.ts';

export const figures = {
  lead: 'a leading lens comes first',
  leading: 'all leading lenses within the first three',
  forbiddenBios: 'bios with a forbidden lens in the first three',
  forbiddenSlots: 'forbidden lenses among the first three',
  unforeseenSlots: 'unforeseen lenses among the first three (not judged)',
  empty: 'empty when empty',
  falseEmpty: 'empty though there is signal',
  verbatim: 'quotes verbatim',
  coverage: 'labeled quotes covered',
  warnings: 'warnings right',
} as const;
export type Figure = keyof typeof figures;

export interface Ratio {
  hits: number;
  of: number;
}

/** Figures of one bio, or of many added up. */
export type Score = Record<Figure, Ratio>;

const first = 3;
const none: Ratio = { hits: 0, of: 0 };
const one = (holds: boolean): Ratio => ({ hits: holds ? 1 : 0, of: 1 });
const count = <T>(items: readonly T[], holds: (item: T) => boolean): Ratio => ({
  hits: items.filter(holds).length,
  of: items.length,
});

/** Whether some evidence shares a character with some place where `quote` stands in `text`. */
function covered(text: string, quote: string, reading: Reading): boolean {
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const end = at + quote.length;
    if (reading.lenses.some((lens) => lens.evidence.some((e) => e.start < end && e.end > at))) return true;
  }
  return false;
}

/** Scores one reading. Figures without a chance in this bio (a lead in an empty one) are 0 out of 0. */
export function scoreReading({ label, text }: LabeledBio, reading: Reading): Score {
  const ids = reading.lenses.map((lens) => lens.id);
  const top = ids.slice(0, first);
  const foreseen = new Set([...label.lead, ...label.leading, ...label.may, ...label.mustNot]);
  const evidence = reading.lenses.flatMap((lens) => lens.evidence);
  return {
    lead: label.empty ? none : one(label.lead.some((id) => id === top[0])),
    leading: label.empty ? none : one(label.leading.every((id) => top.includes(id))),
    forbiddenBios: one(label.mustNot.some((id) => top.includes(id))),
    forbiddenSlots: count(top, (id) => label.mustNot.includes(id)),
    unforeseenSlots: label.empty ? none : count(top, (id) => !foreseen.has(id)),
    empty: label.empty ? one(ids.length === 0) : none,
    falseEmpty: label.empty ? none : one(ids.length === 0),
    verbatim: count(evidence, (e) => e.quote !== '' && e.quote === text.slice(e.start, e.end)),
    coverage: count(label.quotes, (quote) => covered(text, quote, reading)),
    warnings: label.warns === 'either' ? none : one(label.warns === reading.warnings.length > 0),
  };
}

/** Adds the scores of many bios. */
export function total(scores: readonly Score[]): Score {
  const sum = (figure: Figure): Ratio => ({
    hits: scores.reduce((n, score) => n + score[figure].hits, 0),
    of: scores.reduce((n, score) => n + score[figure].of, 0),
  });
  return {
    lead: sum('lead'),
    leading: sum('leading'),
    forbiddenBios: sum('forbiddenBios'),
    forbiddenSlots: sum('forbiddenSlots'),
    unforeseenSlots: sum('unforeseenSlots'),
    empty: sum('empty'),
    falseEmpty: sum('falseEmpty'),
    verbatim: sum('verbatim'),
    coverage: sum('coverage'),
    warnings: sum('warnings'),
  };
}

/** A ratio as a share; a figure without a chance has nothing against it. */
export function share({ hits, of }: Ratio, whenNone: number): number {
  return of === 0 ? whenNone : hits / of;
}

/** What is wrong with one reading, a line each; nothing when it is right. */
export function missesOf(bio: LabeledBio, reading: Reading): string[] {
  const { label, text } = bio;
  const score = scoreReading(bio, reading);
  const got =
    reading.lenses
      .slice(0, first)
      .map((l) => `${l.id} ${l.weight.toFixed(2)}`)
      .join(', ') || 'empty';
  const wrong = (figure: Figure) => score[figure].hits < score[figure].of;
  const lost = label.quotes.filter((quote) => !covered(text, quote, reading));
  const forbidden = label.mustNot.filter((id) =>
    reading.lenses.slice(0, first).some((lens) => lens.id === id),
  );
  return [
    wrong('lead') ? `first should be ${label.lead.join(' or ')}; got ${got}` : '',
    wrong('leading') ? `first three should hold ${label.leading.join(', ')}; got ${got}` : '',
    forbidden.length > 0 ? `must not hold ${forbidden.join(', ')}; got ${got}` : '',
    wrong('empty') ? `should be empty; got ${got}` : '',
    wrong('verbatim') ? 'a quote is not verbatim' : '',
    lost.length > 0 ? `no evidence at ${lost.map((quote) => JSON.stringify(quote)).join(', ')}` : '',
    wrong('warnings') ? `should ${label.warns === true ? 'warn' : 'not warn'}` : '',
  ].filter((line) => line !== '');
}
