/**
 * The whole flow, from a candidate's folder to a published site:
 *
 *   data/ + content/ → inputs → panel → pack → lint → documents → publish → dist/<name>/
 *                                                    └→ schedule ─┘
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from './diagnostics.ts';
import { renderCards } from './documents/cards.ts';
import { instantOf } from './documents/clock.ts';
import { type Drawings, drawDiagrams } from './documents/diagrams.ts';
import { checkTemplates } from './documents/expand.ts';
import type { Prints } from './documents/print.ts';
import { renderDocuments } from './documents/render.ts';
import type { RenderedDocument } from './documents/rendered.ts';
import { scheduleSourceOf } from './documents/schedule-source.ts';
import { fingerprint } from './inputs/fingerprint.ts';
import { type Kept, loadInputs, type Places } from './inputs/load.ts';
import type { CardFaces } from './model/card.ts';
import type { HistoryEvent } from './model/history.ts';
import type { Inputs } from './model/inputs.ts';
import type { Pack } from './model/pack.ts';
import type { Plan, ScheduleSource } from './model/plan.ts';
import { composePack } from './pack/compose.ts';
import { type Finding, lintPack } from './pack/lint.ts';
import { readPanel } from './panel/read-panel.ts';
import { SiteError } from './publish/check-site.ts';
import { drawInThreads } from './publish/drawing-threads.ts';
import { fileCache } from './publish/file-cache.ts';
import { keptPrints } from './publish/kept-prints.ts';
import { named, type PrivateText, privateTexts, sayLeak } from './publish/leaks.ts';
import { lockOfPath, withLock } from './publish/lock.ts';
import { publicView } from './publish/public-view.ts';
import { programTexts, publicTexts, saidIn } from './publish/public-words.ts';
import { singleParts } from './publish/single-file.ts';
import { publishSite, type SiteResult } from './publish/site.ts';
import { bioContacts, textOfHtml, unquotedIn } from './publish/unquoted.ts';
import { writePublished } from './publish/write-published.ts';
import { planSchedule } from './schedule/plan.ts';

/** When a day of preparation begins. */
const dawn = '06:00';

export interface Composed {
  /** The day that everything is computed for: the sample's own, or the clock's. */
  today: string;
  inputs: Inputs;
  pack: Pack;
  warnings: Diagnostic[];
  findings: Finding[];
}

export interface Built extends Composed, SiteResult {
  documents: RenderedDocument[];
}

/** Inputs → readings → pack → lint. Throws InputError; writes nothing. `kept` is that of the last time. */
export function compose(places: Places, clock: string, kept: Kept = {}): Composed {
  const { inputs, warnings } = loadInputs(places, clock, checkTemplates, kept);
  const readings = readPanel(inputs);
  const pack = composePack(inputs, readings);
  return { today: pack.asOf ?? clock, inputs, pack, warnings, findings: lintPack(pack) };
}

/** A composed pack → its documents, and all that a plan is a function of. Writes nothing but the cache of drawings. */
export async function schedule(
  { inputs, pack }: Composed,
  places: Places,
  onStage: (stage: string) => void = () => undefined,
): Promise<{
  documents: RenderedDocument[];
  drawings: Drawings;
  source: ScheduleSource;
  faces: CardFaces[];
}> {
  onStage('drawings');
  const drawings = await draw(pack, places);
  onStage('documents');
  const documents = renderDocuments(pack, drawings, inputs.templates, prints(pack, places));
  const cards = renderCards(pack, documents);
  const source = scheduleSourceOf(pack, cards, documents);
  return { documents, drawings, source, faces: cards.map((c) => c.faces) };
}

/** The plan from a day on, which has the whole day before it. */
export function planFrom(source: ScheduleSource, today: string, history: readonly HistoryEvent[] = []): Plan {
  return planSchedule({ source, now: instantOf(today, dawn, source.availability.timeZone), history });
}

/** The pack's drawings; one that was drawn before comes from the cache. */
export function draw(pack: Pack, { root }: Places): Promise<Drawings> {
  const drawing = fingerprint([join(root, 'generator/diagrams'), join(root, 'package-lock.json')]);
  return drawDiagrams(pack, fileCache(join(root, '.panelprep/cache'), drawing), drawInThreads);
}

/** What this pack's pages were printed as the last time, by the same printers. */
function prints(pack: Pack, { root }: Places): Prints {
  const printers = ['documents', 'model'].map((folder) => join(root, 'generator', folder));
  const version = fingerprint([...printers, join(root, 'package-lock.json')]);
  return keptPrints(join(root, '.panelprep', pack.name, 'prints'), version);
}

/** What must be nowhere in what comes out, and which words may be there all the same. */
export function secretsIn(
  { inputs, pack }: Composed,
  { root, secrets }: Pick<Places, 'root'> & { secrets: readonly string[] },
): { texts: PrivateText[]; isPublic: (text: string) => boolean } {
  const isPublic = saidIn(() => [...publicTexts(inputs, pack.panel), ...programTexts(root)]);
  const texts = [
    ...privateTexts(inputs.profile, isPublic),
    ...bioContacts(inputs.interviewers).filter((t) => !isPublic(t.text)),
    ...named('a credential of the environment', secrets),
  ];
  return { texts, isPublic };
}

/** A composed pack → documents → published pack → site. Throws LockedError while another of the pack, or to the path, runs. */
export async function publish(
  composed: Composed,
  places: Places & { out: string; secrets: readonly string[]; offline: boolean },
  onStage: (stage: string) => void,
): Promise<Built> {
  const work = join(places.root, '.panelprep', composed.pack.name);
  // Packs of two names may be given one path, and folders of one name elsewhere share the work folder.
  return withLock(join(work, 'lock'), 'of this pack', () =>
    withLock(lockOfPath(places.root, places.out), `to ${places.out}`, () =>
      publishLocked(composed, places, work, onStage),
    ),
  );
}

async function publishLocked(
  composed: Composed,
  places: Places & { out: string; secrets: readonly string[]; offline: boolean },
  work: string,
  onStage: (stage: string) => void,
): Promise<Built> {
  const { pack } = composed;
  const { documents, drawings, source, faces } = await schedule(composed, places, onStage);
  const published = join(work, 'published');
  const plan = planFrom(source, composed.today);
  const { texts, isPublic } = secretsIn(composed, places);
  const words = [
    ...documents.map((d) => [d.meta.path, textOfHtml(d.html)] as const),
    ...Object.entries({ source, faces, plan }).map(([n, v]) => [n, textOfHtml(JSON.stringify(v))] as const),
  ];
  const unquoted = unquotedIn(words, composed.inputs.interviewers, pack.panel, isPublic);
  if (unquoted.length > 0) throw new SiteError(unquoted.map(sayLeak));
  const before = (file: string) => {
    const path = join(places.out, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  };
  writePublished(
    published,
    publicView(pack, documents),
    { source, faces, plan },
    before,
    singleParts(places.root),
    documents,
    drawings,
  );
  const site = await publishSite(
    {
      root: places.root,
      published,
      out: places.out,
      staging: join(work, 'staging'),
      name: pack.company.name,
      offline: places.offline,
      pages: documents.length,
      secret: texts,
    },
    onStage,
  );
  return { ...composed, documents, ...site };
}
