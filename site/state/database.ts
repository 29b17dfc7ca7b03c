/** The page's database: one for each candidate folder and loop, four stores. */
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { HistoryEvent } from '../../generator/model/history.ts';
import type { KeptKey } from './kept.ts';

const databaseVersion = 1;
/** Version of one entry; raised when the meaning of an event changes. */
export const entryVersion = 1;

/** An event as it lies on disk. What it holds is checked on every reading: a disk forgets, and people edit. */
export interface Entry {
  id: string;
  version: number;
  event: HistoryEvent;
  /** CRC-32 of the event's JSON. */
  crc: number;
}

export interface Backup {
  number?: number;
  /** Instant, ISO 8601 in UTC. */
  at: string;
  reason: string;
  events: number;
  /** The export as it was: it can be downloaded and imported as any other. */
  file: string;
}

export interface Schema extends DBSchema {
  events: { key: string; value: Entry };
  kept: { key: KeptKey; value: unknown };
  backups: { key: number; value: Backup };
}
export type Database = IDBPDatabase<Schema>;

/** `panelprep:sample`. The folder's name stands for candidate and loop; it outlives new rounds, dates and wording. */
export function databaseName(pack: string): string {
  return `panelprep:${pack}`;
}

/** Opens the database. `onLost` is called when another tab brings a newer version or the browser takes it away. */
export function openDatabase(pack: string, onLost: (why: string) => void): Promise<Database> {
  return openDB<Schema>(databaseName(pack), databaseVersion, {
    upgrade(db, from) {
      if (from < 1) {
        db.createObjectStore('events', { keyPath: 'id' });
        db.createObjectStore('kept');
        db.createObjectStore('backups', { keyPath: 'number', autoIncrement: true });
      }
    },
    blocking(_from, _to, event) {
      // Another tab holds a newer version of the page: let it upgrade rather than hang.
      if (event.target instanceof IDBDatabase) event.target.close();
      onLost('A newer version of this pack was opened in another tab. Reload this page to go on.');
    },
    terminated() {
      onLost('The browser closed this page’s storage. Reload the page to go on.');
    },
  });
}

/** Forgets everything that was kept for a pack. */
export function forget(pack: string): Promise<void> {
  return deleteDB(databaseName(pack));
}
