/** The history out as a file, a file into it, back to a backup, and empty again. */

import {
  clearHistory,
  exportHistory,
  importHistory,
  listBackups,
  restoreBackup,
} from '../../state/transfer.ts';
import { importedView } from '../../views/history.ts';
import type { Html } from '../../views/html.ts';
import { type Acts, dataOf } from './acts.ts';
import { download } from './draw.ts';
import type { Room } from './room.ts';

/** `result` holds what the last import came to, for the page to show. */
export function historyActs(room: Room, result: { html: Html | undefined }): Acts {
  const pack = room.given.name;
  const { db } = room.store;
  /** A file that was kept for another pack, until the person says yes or chooses another. */
  let waiting: string | undefined;
  const anew = async (say?: string) => {
    room.store.tell();
    await room.reread();
    return room.replan(say);
  };
  const take = async (content: string, force: boolean) => {
    const imported = await importHistory(db, content, { pack, at: realInstant(), force });
    waiting = imported.outcome === 'another-pack' ? content : undefined;
    result.html = importedView(imported, pack);
    return anew();
  };
  return {
    click: {
      async export() {
        const at = realInstant();
        download(`${pack}-history-${at.slice(0, 10)}.json`, await exportHistory(db, pack, at));
        return 'The history was exported.';
      },
      'import-anyway': async () => (waiting === undefined ? undefined : await take(waiting, true)),
      async 'backup-download'(from) {
        const number = Number(dataOf(from, 'number'));
        const backup = (await listBackups(db)).find((b) => b.number === number);
        if (!backup) return 'This backup is gone.';
        download(`${pack}-backup-${backup.at.slice(0, 10)}-${number}.json`, backup.file);
        return undefined;
      },
      async 'backup-restore'(from) {
        const number = Number(dataOf(from, 'number'));
        const restored = await restoreBackup(db, number, { pack, at: realInstant() });
        return anew(
          restored.outcome === 'refused'
            ? restored.why
            : 'The history is as it was then. What was here before is among the backups.',
        );
      },
      async clear() {
        const cleared = await clearHistory(db, {
          pack,
          at: realInstant(),
          reason: 'before the history was cleared',
        });
        if (!cleared) return 'Another tab wrote at the same moment. Try once more.';
        result.html = undefined;
        return anew('The history is empty. What was here is among the backups.');
      },
    },
    change: {
      async import(from) {
        const file = from instanceof HTMLInputElement ? from.files?.[0] : undefined;
        if (!file) return undefined;
        const content = await file.text();
        // So that the same file can be chosen again.
        if (from instanceof HTMLInputElement) from.value = '';
        return await take(content, false);
      },
    },
    submit: {},
  };
}

/** Exports and backups are dated by the real clock, on a sample too. */
const realInstant = () => new Date().toISOString();
