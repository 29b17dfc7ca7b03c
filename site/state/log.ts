/** The append-only log: what it gives, it read back whole; what it says is written, is on disk. */
import type { IDBPTransaction } from 'idb';
import type { HistoryEvent } from '../../generator/model/history.ts';
import { parsed } from './check.ts';
import { crc32 } from './checksum.ts';
import { type Database, type Entry, entryVersion, type Schema } from './database.ts';
import { type Kept, type KeptKey, keptChecks } from './kept.ts';
import { parseEvent } from './parse-event.ts';

type WithoutId<E> = E extends HistoryEvent ? Omit<E, 'id'> : never;
/** An event that has no id yet. */
export type Draft = WithoutId<HistoryEvent>;

export interface Damaged {
  id: string;
  why: string;
  /** The entry as it lies there, for the download that a person can send or mend. */
  raw: unknown;
}

export interface Read {
  /** By instant, then id. */
  events: HistoryEvent[];
  /** Entries that are not counted. They stay in the database. */
  damaged: Damaged[];
}

/** Strict: the browser reports it written only after the disk has it. One grade every few seconds can wait for that. */
const durability = { durability: 'strict' } as const;
export type Write = IDBPTransaction<Schema, ('events' | 'kept' | 'backups')[], 'readwrite'>;

export async function readLog(db: Database): Promise<Read> {
  const entries: unknown[] = await db.getAll('events');
  const read: Read = { events: [], damaged: [] };
  for (const entry of entries) {
    const sound = checkEntry(entry);
    if (typeof sound === 'string') read.damaged.push({ id: idOf(entry), why: sound, raw: entry });
    else read.events.push(sound);
  }
  read.events.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));
  return read;
}

/** The event of an entry, or what is wrong with it. */
function checkEntry(entry: unknown): HistoryEvent | string {
  if (typeof entry !== 'object' || entry === null || !('event' in entry)) return 'it holds no event';
  if (!('version' in entry) || entry.version !== entryVersion) return 'a newer version of the page wrote it';
  const event = parseEvent(entry.event);
  if (!event.ok) return event.fault;
  if (event.value.id !== idOf(entry)) return 'its id is another than the event’s';
  if (!('crc' in entry) || entry.crc !== crc32(JSON.stringify(event.value)))
    return 'its checksum does not fit';
  return event.value;
}

function idOf(entry: unknown): string {
  return typeof entry === 'object' && entry !== null && 'id' in entry ? String(entry.id) : 'without an id';
}

export function entryOf(event: HistoryEvent): Entry {
  const checked = parseEvent(event);
  if (!checked.ok) throw new Error(`refused to write ${checked.fault}`);
  return {
    id: event.id,
    version: entryVersion,
    event: checked.value,
    crc: crc32(JSON.stringify(checked.value)),
  };
}

/**
 * Runs one durable transaction over everything, and comes back when it is on disk. Inside, wait for nothing but the
 * transaction itself: the browser ends it as soon as it is idle.
 */
export async function write<T>(db: Database, work: (tx: Write) => Promise<T>): Promise<T> {
  const tx: Write = db.transaction(['events', 'kept', 'backups'], 'readwrite', durability);
  // The transaction's own failure comes out of `done` below; unhandled, it would be reported twice.
  tx.done.catch(() => undefined);
  let result: T;
  try {
    result = await work(tx);
  } catch (error) {
    try {
      tx.abort();
    } catch {
      // It is over already.
    }
    throw error;
  }
  await tx.done;
  return result;
}

/** Gives the drafts ids that no other device and no other tab gives, and adds them. */
export async function append(tx: Write, drafts: readonly Draft[]): Promise<HistoryEvent[]> {
  const device = (await getKept(tx, 'device')) ?? (await setKept(tx, 'device', randomDevice()));
  let counter = (await getKept(tx, 'counter')) ?? 0;
  const events: HistoryEvent[] = [];
  for (const draft of drafts) {
    counter += 1;
    const entry = entryOf({ ...draft, id: `${device}-${String(counter).padStart(6, '0')}` });
    await tx.objectStore('events').add(entry);
    events.push(entry.event);
  }
  await setKept(tx, 'counter', counter);
  return events;
}

function randomDevice(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What is kept under a key; nothing where it is absent or not as this version writes it. */
export async function getKept<K extends KeptKey>(tx: Write, key: K): Promise<Kept[K] | undefined> {
  return keptOf(key, await tx.objectStore('kept').get(key));
}

export async function readKept<K extends KeptKey>(db: Database, key: K): Promise<Kept[K] | undefined> {
  return keptOf(key, await db.get('kept', key));
}

function keptOf<K extends KeptKey>(key: K, raw: unknown): Kept[K] | undefined {
  if (raw === undefined) return undefined;
  const checked = parsed(() => keptChecks[key](raw, key));
  return checked.ok ? checked.value : undefined;
}

export async function setKept<K extends KeptKey>(tx: Write, key: K, value: Kept[K]): Promise<Kept[K]> {
  await tx.objectStore('kept').put(value, key);
  return value;
}
