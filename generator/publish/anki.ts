/** Cards in the order of their introduction in; an Anki package (`.apkg`) out. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Zippable, zipSync } from 'fflate';
import type { CardFaces } from '../model/card.ts';
import type { Plan, ScheduleSource } from '../model/plan.ts';
import { ankiCollection, ankiTables } from './anki-schema.ts';
import { escapeText, replaceTags } from './tags.ts';

/** Notes and cards carry ids that look like the milliseconds at which they were made: 2001 to 2035. */
const idBase = 1_000_000_000_000;
const idSpan = 2 ** 40;

/**
 * The deck of a pack. Note GUIDs come from the pack's name and the card's id, so importing a deck that was made again
 * updates the text and keeps the learner's history. The same pack and plan give the same bytes.
 */
export function ankiDeck(source: ScheduleSource, faces: readonly CardFaces[], plan: Plan): Uint8Array {
  const dir = mkdtempSync(join(tmpdir(), 'panelprep-anki-'));
  try {
    const path = join(dir, 'collection.anki2');
    const database = new DatabaseSync(path);
    try {
      fill(database, source, faces, plan);
    } finally {
      database.close();
    }
    // A zip holds local time; these parts are written as they stand, so every zone gives the same bytes.
    const mtime = new Date(2020, 0, 1);
    const entries: Zippable = {
      'collection.anki2': [new Uint8Array(readFileSync(path)), { mtime }],
      media: [new TextEncoder().encode('{}'), { mtime }],
    };
    return zipSync(entries, { level: 9 });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function fill(database: DatabaseSync, source: ScheduleSource, faces: readonly CardFaces[], plan: Plan): void {
  const millis = Date.parse(`${plan.today}T00:00:00Z`);
  const seconds = millis / 1000;
  const ids = { model: idOf('note type'), deck: idOf(`deck ${source.name}`) };
  const name = `${source.company} prep`;
  const collection = ankiCollection(ids, name, seconds);
  database.exec('PRAGMA page_size = 4096; PRAGMA journal_mode = DELETE;');
  database.exec(ankiTables);
  database.exec('BEGIN');
  database
    .prepare('INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)')
    .run(
      seconds,
      millis,
      millis,
      JSON.stringify(collection.conf),
      JSON.stringify(collection.models),
      JSON.stringify(collection.decks),
      JSON.stringify(collection.dconf),
      '{}',
    );
  const note = database.prepare("INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')");
  const card = database.prepare(
    "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
  );
  const text = new Map(faces.map((f) => [f.id, f]));
  const taken = new Set<number>();
  for (const [position, item] of inOrder(source, plan).entries()) {
    const face = text.get(item.id);
    if (!face) throw new Error(`the card "${item.id}" has no faces`);
    const key = `${source.name} ${item.id}`;
    let id = idOf(`note ${key}`);
    while (taken.has(id)) id += 1;
    taken.add(id);
    const front = forAnki(face.front);
    const plain = front.replace(/<[^>]*>/g, '').trim();
    const about = `${escapeText(item.subjectTitle)} · ${escapeText(item.kind)}`;
    const checksum = Number.parseInt(createHash('sha1').update(plain).digest('hex').slice(0, 8), 16);
    note.run(
      id,
      guidOf(key),
      ids.model,
      seconds,
      ` ${tagsOf(item).join(' ')} `,
      [front, forAnki(face.back), about, escapeText(item.id)].join('\u001f'),
      plain,
      checksum,
    );
    card.run(id, id, ids.deck, seconds, position + 1);
  }
  database.exec('COMMIT');
  database.exec('VACUUM');
}

/** As the plan introduces them; what it leaves out follows by importance. */
function inOrder(source: ScheduleSource, plan: Plan): ScheduleSource['cards'] {
  const introduced = plan.days.flatMap((d) => d.items.flatMap((i) => i.fresh ?? []));
  const rank = new Map(introduced.map((id, i) => [id, i]));
  const worth = (c: ScheduleSource['cards'][number]) => Math.max(...c.targets.map((t) => t.importance));
  return [...source.cards].sort(
    (a, b) =>
      (rank.get(a.id) ?? Number.POSITIVE_INFINITY) - (rank.get(b.id) ?? Number.POSITIVE_INFINITY) ||
      worth(b) - worth(a) ||
      a.id.localeCompare(b.id, 'en'),
  );
}

/** Rounds that the card matters for (half as much as for its best), lenses, kind. Anki nests tags at `::`. */
function tagsOf(card: ScheduleSource['cards'][number]): string[] {
  const best = Math.max(...card.targets.map((t) => t.importance));
  return [
    `kind::${card.kind}`,
    ...card.lenses.map((lens) => `lens::${lens}`),
    ...(card.mustKnow ? ['must-know'] : []),
    ...card.targets.filter((t) => t.importance >= best / 2).map((t) => `round::${t.round}`),
    `subject::${card.subject}`,
  ].sort();
}

const leftOut = new Set(['a', 'data', 'span']);

/**
 * A face without what has no meaning outside of the site: links to its pages and data for its scripts. Brackets that
 * Anki would run as sound or LaTeX are shown as they are.
 */
function forAnki(html: string): string {
  return replaceTags(html, (tag) => (leftOut.has(tag.name) ? '' : tag.whole))
    .replace(/\[(?=\/?(?:sound|latex|anki|\$)[:\]$])/g, '&#91;')
    .replace(/\\(?=[([])/g, '&#92;')
    .replaceAll('\u001f', ' ');
}

function idOf(key: string): number {
  const hash = createHash('sha256').update(`panelprep ${key}`).digest();
  return idBase + (hash.readUIntBE(0, 6) % idSpan);
}

function guidOf(key: string): string {
  return createHash('sha256').update(`panelprep note ${key}`).digest('base64url').slice(0, 16);
}
