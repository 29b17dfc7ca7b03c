import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { historyFile } from '../../generator/model/history.ts';
import { crc32 } from './checksum.ts';
import { databaseName, forget } from './database.ts';
import type { Draft } from './log.ts';
import { openStore, type Store } from './store.ts';
import { exportHistory, importHistory, listBackups, restoreBackup } from './transfer.ts';

const at = '2026-11-25T18:30:00.000Z';
const review = (card: string): Draft => ({ at, kind: 'review', card, grade: 3, seconds: 12.5 });
const quiet = { onChange: () => undefined, onLost: () => undefined };
let number = 0;

/** A browser of its own: a database that nobody else has. */
async function device(pack = 'sample'): Promise<Store> {
  number += 1;
  const store = await openStore(`${pack}-${number}`, quiet);
  return { ...store, pack };
}
const cards = async (store: Store) =>
  (await store.read()).events.map((e) => (e.kind === 'review' ? e.card : e.kind));

describe('the log', () => {
  let store: Store;
  beforeEach(async () => {
    store = await device();
  });

  it('gives back what was written, with an id of its own for each', async () => {
    const [first, second] = await store.append(review('a'), review('b'));
    expect(first?.id).not.toBe(second?.id);
    expect((await store.read()).events).toEqual([first, second]);
  });

  it('gives two tabs that write at once different ids', async () => {
    const other = await openStore(`sample-${number}`, quiet);
    await Promise.all([...'abcdef'].map((card, i) => (i % 2 ? other : store).append(review(card))));
    const { events } = await store.read();
    expect(new Set(events.map((e) => e.id)).size).toBe(6);
  });

  it('writes all or nothing when a step of several fails', async () => {
    const failing = store.together(async (tx) => {
      await tx.objectStore('kept').put('2026-11-25', 'sampleDay');
      throw new Error('out of room');
    });
    await expect(failing).rejects.toThrow('out of room');
    expect(await store.kept('sampleDay')).toBeUndefined();
  });

  it('refuses an event that it could not read again', async () => {
    await expect(store.append({ at, kind: 'review', card: 'a', grade: 3, seconds: -1 })).rejects.toThrow(
      /refused to write.*seconds/,
    );
    expect((await store.read()).events).toEqual([]);
  });

  it('reports a damaged entry and leaves it where it lies', async () => {
    const [good, bad] = await store.append(review('a'), review('b'));
    const entry = await store.db.get('events', bad?.id ?? '');
    await store.db.put('events', Object.assign({}, entry, { event: { ...bad, card: 'changed' } }));
    const read = await store.read();
    expect(read.events).toEqual([good]);
    expect(read.damaged).toMatchObject([{ id: bad?.id, why: 'its checksum does not fit' }]);
    expect(await store.db.count('events')).toBe(2);
  });

  it('reports an entry of a newer version instead of guessing', async () => {
    const [one] = await store.append(review('a'));
    const entry = await store.db.get('events', one?.id ?? '');
    await store.db.put('events', Object.assign({}, entry, { version: 2 }));
    expect((await store.read()).damaged[0]?.why).toBe('a newer version of the page wrote it');
  });

  it('tells other tabs, not itself', async () => {
    let heard = 0;
    const other = await openStore(`sample-${number}`, { ...quiet, onChange: () => (heard += 1) });
    await store.append(review('a'));
    await expect.poll(() => heard).toBe(1);
    await other.append(review('b'));
    expect(heard).toBe(1);
  });

  it('forgets a convenience that another version wrote otherwise', async () => {
    await store.db.put('kept', { revision: 'three' }, 'session');
    expect(await store.kept('session')).toBeUndefined();
  });

  it('is kept under the name of the candidate’s folder', async () => {
    expect(store.db.name).toBe(databaseName(`sample-${number}`));
    store.db.close();
    await forget(`sample-${number}`);
    expect(await cards(await openStore(`sample-${number}`, quiet))).toEqual([]);
  });
});

describe('an export', () => {
  it('is a file that the command line reads, with a checksum as it computes it', async () => {
    const store = await device();
    await store.append(review('a'), { at, kind: 'settings', minutesOn: { '2026-11-26': 20 }, daysOff: [] });
    const file = historyFile.parse(JSON.parse(await exportHistory(store.db, 'sample', at)));
    const sorted = [...file.events].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(file.checksum).toBe(createHash('sha256').update(JSON.stringify(sorted)).digest('hex'));
    expect(file.events).toHaveLength(2);
  });

  it('comes back whole on another device, and a second time adds nothing', async () => {
    const [phone, laptop] = [await device(), await device()];
    await phone.append(review('a'), review('b'));
    await laptop.append(review('c'));
    const file = await exportHistory(phone.db, 'sample', at);
    const options = { pack: 'sample', at };
    expect(await importHistory(laptop.db, file, options)).toMatchObject({
      outcome: 'merged',
      added: 2,
      backup: true,
    });
    expect(await importHistory(laptop.db, file, options)).toMatchObject({ added: 0, same: 2 });
    const back = await exportHistory(laptop.db, 'sample', at);
    await importHistory(phone.db, back, options);
    expect((await cards(phone)).sort()).toEqual(['a', 'b', 'c']);
    expect((await phone.read()).events.map((e) => e.id).sort()).toEqual(
      (await laptop.read()).events.map((e) => e.id).sort(),
    );
  });

  const broken: [string, (file: string) => string, RegExp][] = [
    ['cut short', (f) => f.slice(0, -40), /not complete JSON/],
    ['edited', (f) => f.replace('"grade": 3', '"grade": 4'), /checksum does not fit/],
    ['without an event', (f) => f.replace(/\{\s+"id"[^}]+\},?/, ''), /checksum|JSON/],
    [
      'of another format',
      (f) => f.replace('panelprep-history', 'anki'),
      /expected "panelprep-history", found "anki"/,
    ],
    ['of a newer version', (f) => f.replace('"version": 1', '"version": 2'), /newer Panelprep wrote it/],
    [
      'with a wrong grade',
      (f) => f.replace('"grade": 3', '"grade": 9'),
      /events\[0\]\.grade: expected 1, 2, 3, 4, found 9/,
    ],
    ['a picture', () => '\u0089PNG\r\n', /not complete JSON/],
    ['a list', () => '[]', /expected an object/],
  ];
  it.each(broken)('that is %s is refused with the reason, and nothing changes', async (_, damage, why) => {
    const store = await device();
    await store.append(review('a'), review('b'));
    const file = await exportHistory(store.db, 'sample', at);
    const other = await device();
    await other.append(review('c'));
    const result = await importHistory(other.db, damage(file), { pack: 'sample', at });
    expect(result.outcome).toBe('refused');
    expect('why' in result ? result.why : '').toMatch(why);
    expect(await cards(other)).toEqual(['c']);
    expect(await listBackups(other.db)).toEqual([]);
  });

  it('of another pack is refused until it is asked for', async () => {
    const [mine, theirs] = [await device(), await device('other')];
    await theirs.append(review('x'));
    const file = await exportHistory(theirs.db, 'other', at);
    const options = { pack: 'sample', at };
    expect(await importHistory(mine.db, file, options)).toEqual({
      outcome: 'another-pack',
      pack: 'other',
      events: 1,
    });
    expect(await cards(mine)).toEqual([]);
    expect(await importHistory(mine.db, file, { ...options, force: true })).toMatchObject({ added: 1 });
  });

  it('mends a damaged entry with its sound copy', async () => {
    const store = await device();
    const [one] = await store.append(review('a'));
    const file = await exportHistory(store.db, 'sample', at);
    const entry = await store.db.get('events', one?.id ?? '');
    await store.db.put('events', Object.assign({}, entry, { crc: 1 }));
    expect(await importHistory(store.db, file, { pack: 'sample', at })).toMatchObject({ mended: 1 });
    expect(await store.read()).toMatchObject({ events: [one], damaged: [] });
  });
});

describe('a backup', () => {
  it('made before an import takes everything back, and going back can be taken back', async () => {
    const [store, other] = [await device(), await device()];
    await store.append(review('a'));
    await other.append(review('b'));
    await importHistory(store.db, await exportHistory(other.db, 'sample', at), { pack: 'sample', at });
    const [backup] = await listBackups(store.db);
    await restoreBackup(store.db, backup?.number ?? 0, { pack: 'sample', at });
    expect(await cards(store)).toEqual(['a']);
    const [second] = await listBackups(store.db);
    await restoreBackup(store.db, second?.number ?? 0, { pack: 'sample', at });
    expect((await cards(store)).sort()).toEqual(['a', 'b']);
  });

  it('does not bring ids back that were given out since', async () => {
    const [store, other] = [await device(), await device()];
    await store.append(review('a'));
    await other.append(review('b'));
    await importHistory(store.db, await exportHistory(other.db, 'sample', at), { pack: 'sample', at });
    const [later] = await store.append(review('c'));
    const [backup] = await listBackups(store.db);
    await restoreBackup(store.db, backup?.number ?? 0, { pack: 'sample', at });
    const [fresh] = await store.append(review('d'));
    expect(fresh?.id).not.toBe(later?.id);
  });

  it('is one of the last ten', async () => {
    const [store, other] = [await device(), await device()];
    await store.append(review('a'));
    const file = await exportHistory(other.db, 'sample', at);
    for (let i = 0; i < 12; i++) await importHistory(store.db, file, { pack: 'sample', at });
    expect(await listBackups(store.db)).toHaveLength(10);
  });
});

it('the short checksum is that of RFC 1952', () => {
  expect(crc32('123456789')).toBe(0xcbf43926);
  expect(crc32('é…')).not.toBe(crc32('e...'));
});
