/** A pack's state as its pages use it: read, append, keep, and hear of what other tabs did. */
import type { HistoryEvent } from '../../generator/model/history.ts';
import { type Database, databaseName, openDatabase } from './database.ts';
import type { Kept, KeptKey } from './kept.ts';
import {
  append,
  type Draft,
  getKept,
  type Read,
  readKept,
  readLog,
  setKept,
  type Write,
  write,
} from './log.ts';

export interface Store {
  pack: string;
  db: Database;
  read(): Promise<Read>;
  kept<K extends KeptKey>(key: K): Promise<Kept[K] | undefined>;
  /** Comes back when it is on disk; then every other tab is told. */
  append(...drafts: Draft[]): Promise<HistoryEvent[]>;
  keep<K extends KeptKey>(key: K, value: Kept[K]): Promise<void>;
  /** Keeps what every other tab makes for itself: they are not told. */
  note<K extends KeptKey>(key: K, value: Kept[K]): Promise<void>;
  /** As `note`, made from what is there at that moment; what is absent stays so. */
  amend<K extends KeptKey>(key: K, change: (now: Kept[K]) => Kept[K]): Promise<Kept[K] | undefined>;
  /** Several writes as one: all of them or none. */
  together<T>(work: (tx: Write) => Promise<T>): Promise<T>;
  /** Tells the other tabs that something changed by a way of its own (an import). */
  tell(): void;
}

export interface StoreEvents {
  /** Another tab wrote. */
  onChange(): void;
  onLost(why: string): void;
}

export async function openStore(pack: string, events: StoreEvents): Promise<Store> {
  const db = await openDatabase(pack, events.onLost);
  const channel =
    typeof BroadcastChannel === 'function' ? new BroadcastChannel(databaseName(pack)) : undefined;
  channel?.addEventListener('message', () => events.onChange());
  const tell = () => channel?.postMessage('changed');
  const together = async <T>(work: (tx: Write) => Promise<T>) => {
    const result = await write(db, work);
    tell();
    return result;
  };
  return {
    pack,
    db,
    together,
    tell,
    read: () => readLog(db),
    kept: (key) => readKept(db, key),
    append: (...drafts) => together((tx) => append(tx, drafts)),
    async keep(key, value) {
      await together((tx) => setKept(tx, key, value));
    },
    async note(key, value) {
      await write(db, (tx) => setKept(tx, key, value));
    },
    amend: (key, change) =>
      write(db, async (tx) => {
        const now = await getKept(tx, key);
        return now === undefined ? undefined : setKept(tx, key, change(now));
      }),
  };
}

/** Asks the browser not to clear this page's storage when space is short. It may ask the person, or refuse. */
export async function persist(): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    return false;
  }
}
