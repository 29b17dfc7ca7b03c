/** A deck unzipped and read with SQL, as Anki does on import. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import type { Card, CardFaces } from '../model/card.ts';
import type { Plan, ScheduleSource } from '../model/plan.ts';
import { ankiDeck } from './anki.ts';

const card = (id: string, importance: number, rest: Partial<Card> = {}): Card => ({
  id,
  kind: 'question',
  subject: 'chat',
  subjectTitle: 'Chat <with> & LLM',
  title: id,
  lenses: ['storage', 'latency'],
  source: '/problems/chat/',
  targets: [{ round: 'design-1', importance }],
  mustKnow: false,
  seconds: { first: 60, pass: 20, fail: 60 },
  ...rest,
});
const cards = [
  card('chat:question:a', 0.4),
  card('chat:question:b', 1, { mustKnow: true }),
  card('chat:number:c', 0.2, {
    kind: 'number',
    targets: [
      { round: 'design-1', importance: 0.2 },
      { round: 'design-2', importance: 0.02 },
    ],
  }),
];
const faces: CardFaces[] = cards.map((c) => ({
  id: c.id,
  front: `<p>What is &lt;b&gt; of ${c.id}? <a href="/problems/chat/">see</a> [sound:evil.mp3] [latex]x[/latex]</p>`,
  back: '<p>Keep <data value="x">≈ 5 GB</data>, <code>WHERE a &lt; b</code> and [1].</p>',
}));
const source: ScheduleSource = {
  version: 1,
  name: 'sample',
  company: 'Fernwick',
  candidate: 'Ilse Norrgard',
  level: 'senior',
  availability: {
    timeZone: 'Europe/Berlin',
    minutesPerDay: { mon: 45, tue: 45, wed: 45, thu: 45, fri: 45, sat: 45, sun: 45 },
    daysOff: [],
    sessionMinutes: 45,
    assumed: false,
  },
  rounds: [],
  cards,
  material: [],
};
const plan: Plan = {
  today: '2027-03-20',
  days: [
    {
      date: '2027-03-20',
      minutes: 5,
      budget: 45,
      items: [
        {
          id: 'cards:2027-03-20',
          kind: 'cards',
          title: '',
          how: '',
          why: '',
          path: '/drill/',
          minutes: 5,
          fresh: ['chat:number:c'],
        },
      ],
      sessions: [],
      recall: 0,
      phase: 'breadth',
    },
  ],
  weeks: [],
  expectedRecall: 0.9,
  byRound: [],
  mustKnowBelow70: 0,
  heaviestDay: undefined,
  cut: [],
  messages: [],
};

const folders: string[] = [];
afterEach(() => {
  for (const dir of folders.splice(0)) rmSync(dir, { recursive: true, force: true });
});

function open(deck: Uint8Array): DatabaseSync {
  const files = unzipSync(deck);
  expect(Object.keys(files).sort()).toEqual(['collection.anki2', 'media']);
  expect(new TextDecoder().decode(files.media)).toBe('{}');
  const dir = mkdtempSync(join(tmpdir(), 'deck-'));
  folders.push(dir);
  const path = join(dir, 'c.anki2');
  writeFileSync(path, files['collection.anki2'] ?? new Uint8Array());
  return new DatabaseSync(path, { readOnly: true });
}
const rows = (database: DatabaseSync, sql: string) => database.prepare(sql).all();

describe('an Anki deck', () => {
  const deck = ankiDeck(source, faces, plan);

  it('is a whole collection of schema 11', () => {
    const database = open(deck);
    expect(rows(database, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    const [col] = rows(database, 'SELECT ver, models, decks, dconf, conf FROM col');
    expect(col?.ver).toBe(11);
    const [model] = Object.values(JSON.parse(String(col?.models))) as { id: number; flds: unknown[] }[];
    const decks = JSON.parse(String(col?.decks)) as Record<string, { name: string; conf: number }>;
    expect(Object.values(decks).map((d) => d.name)).toEqual(['Default', 'Fernwick prep']);
    expect(JSON.parse(String(col?.dconf))).toHaveProperty('1');
    for (const note of rows(database, 'SELECT mid, flds FROM notes')) {
      expect(note.mid).toBe(model?.id);
      expect(String(note.flds).split('\u001f')).toHaveLength(model?.flds.length ?? 0);
    }
    for (const row of rows(database, 'SELECT did, nid FROM cards')) {
      expect(decks).toHaveProperty(String(row.did));
      expect(rows(database, `SELECT id FROM notes WHERE id = ${row.nid}`)).toHaveLength(1);
    }
  });

  it('introduces cards as the plan does, then by importance', () => {
    const ids = rows(open(deck), 'SELECT flds FROM notes JOIN cards ON nid = notes.id ORDER BY due').map(
      (r) => String(r.flds).split('\u001f')[3],
    );
    expect(ids).toEqual(['chat:number:c', 'chat:question:b', 'chat:question:a']);
  });

  it('tags by round, lens, kind and subject', () => {
    const tags = rows(open(deck), "SELECT tags FROM notes WHERE flds LIKE '%chat:number:c%'")[0]?.tags;
    expect(tags).toBe(' kind::number lens::latency lens::storage round::design-1 subject::chat ');
    const must = rows(open(deck), "SELECT tags FROM notes WHERE tags LIKE '% must-know %'");
    expect(must).toHaveLength(1);
  });

  it('escapes what is text, and runs nothing that Anki would run', () => {
    const [front, back, about] = String(
      rows(open(deck), "SELECT flds FROM notes WHERE flds LIKE '%chat:number:c%'")[0]?.flds,
    ).split('\u001f');
    expect(front).toContain('What is &lt;b&gt; of');
    expect(front).not.toMatch(/<a |\[sound:|\[latex\]/);
    expect(front).toContain('&#91;sound:evil.mp3]');
    expect(back).toBe('<p>Keep ≈ 5 GB, <code>WHERE a &lt; b</code> and [1].</p>');
    expect(about).toBe('Chat &lt;with&gt; &amp; LLM · number');
  });

  it('is the same bytes when made again, in any time zone', () => {
    const zone = process.env.TZ;
    try {
      for (const other of ['Asia/Kathmandu', 'America/Los_Angeles']) {
        process.env.TZ = other;
        expect(Buffer.from(ankiDeck(source, faces, plan)).equals(Buffer.from(deck))).toBe(true);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('keeps GUIDs and ids when the text, the plan and the order change', () => {
    const changed = faces.map((f) => ({ ...f, back: '<p>New.</p>' }));
    const again = ankiDeck({ ...source, cards: [...cards].reverse() }, changed, {
      ...plan,
      today: '2027-04-01',
      days: [],
    });
    const keys = (d: Uint8Array) => rows(open(d), 'SELECT guid, id FROM notes ORDER BY guid');
    expect(keys(again)).toEqual(keys(deck));
    expect(rows(open(again), 'SELECT DISTINCT mod FROM notes')[0]?.mod).toBeGreaterThan(
      Number(rows(open(deck), 'SELECT DISTINCT mod FROM notes')[0]?.mod),
    );
  });

  it('of another pack shares no note', () => {
    const other = open(ankiDeck({ ...source, name: 'second' }, faces, plan));
    const guids = rows(open(deck), 'SELECT guid FROM notes').map((r) => r.guid);
    for (const r of rows(other, 'SELECT guid FROM notes')) expect(guids).not.toContain(r.guid);
  });
});
