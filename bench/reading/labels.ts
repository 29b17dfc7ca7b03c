/** What a colleague who reads only this bio would say of it: the shape of `labels.yaml`, and the two halves in. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { lensId } from '../../generator/model/ids.ts';

/** The reading is tuned on one half; the held half is only ever scored. */
export const halves = ['tuning', 'held'] as const;
export type Half = (typeof halves)[number];

const kind = z
  .string()
  .describe(
    'essay, email, cv, readme, conference, about, slack, nonnative, injection, or the trade of an empty one.',
  );

const labelSchema = z.strictObject({
  file: z.string(),
  kind,
  lead: z.array(lensId).max(2).describe('Any of these as the first lens is right.'),
  leading: z.array(lensId).max(3).describe('Each of these stands within the first three.'),
  may: z.array(lensId).describe('These may stand besides; others are merely unforeseen.'),
  mustNot: z
    .array(lensId)
    .describe('None of these stands within the first three: negated, a hobby, another sense.'),
  quotes: z.array(z.string()).describe('Verbatim stretches; each overlaps a quote of the reading.'),
  empty: z.boolean().describe('The bio gives no technical signal.'),
  warns: z
    .union([z.boolean(), z.literal('either')])
    .describe('A warning is expected; "either" is not scored.'),
  note: z.string().describe('Why the labels are what they are.'),
});
type Label = z.infer<typeof labelSchema>;

/** A bio's file as it is on the disk, and its labels. */
export interface LabeledBio {
  label: Label;
  text: string;
}

/** Reads one half. Throws when a label and its file do not fit: the bench itself is then wrong. */
export function loadHalf(half: Half): LabeledBio[] {
  const folder = join(import.meta.dirname, half);
  const labels = z.array(labelSchema).parse(parse(readFileSync(join(folder, 'labels.yaml'), 'utf8')));
  const named = labels.map((label) => label.file).toSorted();
  const found = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .toSorted();
  if (named.join() !== found.join())
    throw new Error(`${half}: labels.yaml and the folder name different bios`);
  return labels.map((label) => {
    const text = readFileSync(join(folder, label.file), 'utf8');
    const lost = label.quotes.find((quote) => !text.includes(quote));
    if (lost !== undefined)
      throw new Error(`${half}/${label.file} does not hold the labeled quote "${lost}"`);
    if (label.empty !== (label.lead.length === 0))
      throw new Error(`${half}/${label.file}: empty and lead disagree`);
    return { label, text };
  });
}
