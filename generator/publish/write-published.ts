/** The public view, documents and drawings in; `.panelprep/<name>/published/` on disk out. */
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { standaloneSvg } from '../diagrams/standalone.ts';
import type { Drawings } from '../documents/diagrams.ts';
import type { RenderedDocument } from '../documents/rendered.ts';
import { cardFaces } from '../model/card.ts';
import { scheduleSource } from '../model/plan.ts';
import type { PublishedPack } from '../model/published.ts';
import { type Outputs, outputs } from './outputs.ts';
import { type SingleFile, singleFile } from './single-file.ts';
import { leaveNothing, writeNamed } from './write-whole.ts';

/** Writes beside the target and swaps, so that a reader never sees half of it. */
export function writePublished(
  target: string,
  view: PublishedPack,
  schedule: Outputs,
  previous: (file: string) => string | undefined,
  single: Pick<SingleFile, 'style' | 'script'>,
  documents: readonly RenderedDocument[],
  drawings: Drawings,
): void {
  const staging = `${target}.staging`;
  rmSync(staging, { recursive: true, force: true });
  const write = (name: string, content: string | Uint8Array) => {
    const path = join(staging, name);
    mkdirSync(dirname(path), { recursive: true });
    writeNamed(path, content);
  };
  try {
    write('pack.json', `${JSON.stringify(view, null, 1)}\n`);
    const checked = {
      source: scheduleSource.parse(schedule.source),
      faces: cardFaces.parse(schedule.faces),
      plan: schedule.plan,
    };
    for (const { file, make } of outputs)
      write(
        `beside/${file}`,
        make(checked, () => previous(file)),
      );
    const html = new Map(documents.map((d) => [d.meta.id, d.html]));
    write(
      'beside/pack.html',
      singleFile({ ...checked, ...single, view, htmlOf: (d) => html.get(d.id) ?? '' }),
    );
    for (const { meta, html, markdown } of documents) {
      write(`documents/${meta.id}.html`, html);
      write(`documents/${meta.id}.md`, markdown);
    }
    for (const { wide, tall } of drawings.values())
      for (const drawing of [wide, tall]) write(`diagrams/${drawing.file}`, standaloneSvg(drawing.svg));
    rmSync(target, { recursive: true, force: true });
    renameSync(staging, target);
  } catch (fault) {
    leaveNothing(staging);
    throw fault;
  }
}
