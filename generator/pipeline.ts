/**
 * The whole flow, from a candidate's folder to a published site:
 *
 *   data/ + content/ → inputs → panel → pack → lint → documents → publish → dist/<name>/
 *                                                    └→ schedule ─┘
 */
import { join } from 'node:path';
import type { Diagnostic } from './diagnostics.ts';
import { renderCards } from './documents/cards.ts';
import { instantOf } from './documents/clock.ts';
import { drawDiagrams } from './documents/diagrams.ts';
import { checkTemplates } from './documents/expand.ts';
import { type RenderedDocument, renderDocuments } from './documents/render.ts';
import { scheduleSourceOf } from './documents/schedule-source.ts';
import { fingerprint } from './inputs/fingerprint.ts';
import { loadInputs, type Places } from './inputs/load.ts';
import type { Inputs } from './model/inputs.ts';
import type { Pack } from './model/pack.ts';
import { composePack } from './pack/compose.ts';
import { type Finding, lintPack } from './pack/lint.ts';
import { readPanel } from './panel/read-panel.ts';
import { fileCache } from './publish/file-cache.ts';
import { publicView } from './publish/public-view.ts';
import { publishSite, type SiteResult } from './publish/site.ts';
import { writePublished } from './publish/write-published.ts';
import { planSchedule } from './schedule/plan.ts';

export interface Composed {
  inputs: Inputs;
  pack: Pack;
  warnings: Diagnostic[];
  findings: Finding[];
}

export interface Built extends Composed, SiteResult {
  documents: RenderedDocument[];
}

/** Inputs → readings → pack → lint. Throws InputError; writes nothing. */
export function compose(places: Places, clock: string): Composed {
  const { inputs, warnings } = loadInputs(places, clock, checkTemplates);
  const readings = readPanel(inputs);
  const pack = composePack(inputs, readings);
  return { inputs, pack, warnings, findings: lintPack(pack) };
}

/** A composed pack → documents → published pack → site. */
export async function publish(
  composed: Composed,
  places: Places & { out: string },
  onStage: (stage: string) => void,
): Promise<Built> {
  const { inputs, pack } = composed;
  const work = join(places.root, '.panelprep', pack.name);
  onStage('drawings');
  const drawing = fingerprint([
    join(places.root, 'generator/diagrams'),
    join(places.root, 'package-lock.json'),
  ]);
  const drawings = await drawDiagrams(pack, fileCache(join(places.root, '.panelprep/cache'), drawing));
  onStage('documents');
  const documents = renderDocuments(pack, drawings, inputs.templates);
  const cards = renderCards(pack, documents);
  const source = scheduleSourceOf(pack, cards, documents);
  const faces = cards.map((c) => c.faces);
  const plan = planSchedule({ source, now: instantOf(pack.today, '00:00', source.availability.timeZone) });
  const published = join(work, 'published');
  writePublished(published, publicView(pack, documents), { source, faces, plan }, documents, drawings);
  const site = await publishSite(
    { root: places.root, published, out: places.out, staging: join(work, 'staging') },
    onStage,
  );
  return { ...composed, documents, ...site };
}
