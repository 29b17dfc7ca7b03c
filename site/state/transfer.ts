/** Export, import and going back: the whole history as a file, and a file into the history. */
import type { HistoryEvent } from '../../generator/model/history.ts';
import type { Backup, Database } from './database.ts';
import { readHistory, writeHistory } from './history-file.ts';
import { entryOf, readLog, type Write, write } from './log.ts';
import { mergeLogs } from './merge.ts';

/** Backups that are kept; the oldest go first. */
const mostBackups = 10;

export type Imported =
  | { outcome: 'merged'; added: number; same: number; conflicts: number; mended: number; backup: boolean }
  | { outcome: 'refused'; why: string }
  /** The file was kept for another pack: nothing was changed; `force` imports it all the same. */
  | { outcome: 'another-pack'; pack: string; events: number };

export interface ImportOptions {
  pack: string;
  /** Instant, ISO 8601 in UTC. */
  at: string;
  force?: boolean;
}

export async function exportHistory(db: Database, pack: string, at: string): Promise<string> {
  return writeHistory(pack, at, (await readLog(db)).events);
}

/** Merges an exported file into the log by id, after a backup. A file that cannot be trusted changes nothing. */
export async function importHistory(
  db: Database,
  content: string,
  { pack, at, force = false }: ImportOptions,
): Promise<Imported> {
  const file = await readHistory(content);
  if (!file.ok) return { outcome: 'refused', why: file.fault };
  if (file.value.pack !== pack && !force)
    return { outcome: 'another-pack', pack: file.value.pack, events: file.value.events.length };
  const { events, damaged } = await readLog(db);
  const { added, same, conflicts } = mergeLogs(events, file.value.events);
  const backup = await backupOf(events, { pack, at, reason: 'before an import' });
  const broken = new Set(damaged.map((d) => d.id));
  await write(db, async (tx) => {
    if (backup) await addBackup(tx, backup);
    // `put`: an entry that lies there damaged is replaced by the sound one of the file.
    for (const event of added) await tx.objectStore('events').put(entryOf(event));
  });
  return {
    outcome: 'merged',
    added: added.length,
    same,
    conflicts: conflicts.length,
    mended: added.filter((event) => broken.has(event.id)).length,
    backup: backup !== undefined,
  };
}

/** Puts the log back to what a backup holds, after a backup of what is there now. */
export async function restoreBackup(
  db: Database,
  number: number,
  { pack, at }: { pack: string; at: string },
): Promise<Imported> {
  const wanted = await db.get('backups', number);
  if (!wanted) return { outcome: 'refused', why: 'This backup is gone.' };
  const file = await readHistory(wanted.file);
  if (!file.ok) return { outcome: 'refused', why: file.fault };
  const { events, damaged } = await readLog(db);
  const backup = await backupOf(events, { pack, at, reason: 'before a backup was restored' });
  const undisturbed = await write(db, async (tx) => {
    const store = tx.objectStore('events');
    // Another tab may have written since it was read: what the backup does not hold must not be taken away.
    if ((await store.count()) !== events.length + damaged.length) return false;
    if (backup) await addBackup(tx, backup);
    for (const { id } of events) await store.delete(id);
    for (const event of file.value.events) await store.put(entryOf(event));
    await tx.objectStore('kept').delete('session');
    return true;
  });
  if (!undisturbed)
    return { outcome: 'refused', why: 'Another tab wrote at the same moment. Try once more.' };
  return {
    outcome: 'merged',
    added: file.value.events.length,
    same: 0,
    conflicts: 0,
    mended: 0,
    backup: backup !== undefined,
  };
}

/** Empties the log, after a backup. Conveniences that speak of it go too; the device's own numbers stay. */
export async function clearHistory(db: Database, { pack, at, reason }: BackupNote): Promise<boolean> {
  const { events, damaged } = await readLog(db);
  const backup = await backupOf(events, { pack, at, reason });
  return write(db, async (tx) => {
    const store = tx.objectStore('events');
    // What another tab wrote meanwhile is in no backup yet. What is damaged can be in none, and stays.
    if ((await store.count()) !== events.length + damaged.length) return false;
    if (backup) await addBackup(tx, backup);
    for (const { id } of events) await store.delete(id);
    for (const key of ['session', 'sitting', 'redone', 'lastPlan', 'sampleDay'] as const)
      await tx.objectStore('kept').delete(key);
    return true;
  });
}

export async function listBackups(db: Database): Promise<Backup[]> {
  return (await db.getAll('backups')).reverse();
}

interface BackupNote {
  pack: string;
  at: string;
  reason: string;
}

async function backupOf(
  events: readonly HistoryEvent[],
  { pack, at, reason }: BackupNote,
): Promise<Backup | undefined> {
  if (events.length === 0) return undefined;
  return { at, reason, events: events.length, file: await writeHistory(pack, at, events) };
}

async function addBackup(tx: Write, backup: Backup): Promise<void> {
  const store = tx.objectStore('backups');
  await store.add(backup);
  const numbers = await store.getAllKeys();
  for (const old of numbers.slice(0, Math.max(0, numbers.length - mostBackups))) await store.delete(old);
}
