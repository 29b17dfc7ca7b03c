/** What each page was printed as the last time, a file for each. Prints that cannot be read or written are made again. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Prints } from '../documents/print.ts';

const kept = z.strictObject({ key: z.string(), html: z.string(), markdown: z.string() });

/** `version` must change whenever the same key could be printed otherwise. */
export function keptPrints(dir: string, version: string): Prints {
  const file = (id: string) => join(dir, `${id}.json`);
  const hash = (key: string) => createHash('sha256').update(version).update('\n').update(key).digest('hex');
  return {
    get: (id, key) => {
      try {
        const read = kept.parse(JSON.parse(readFileSync(file(id), 'utf8')));
        return read.key === hash(key) ? { html: read.html, markdown: read.markdown } : undefined;
      } catch {
        return undefined;
      }
    },
    set: (id, key, printed) => {
      try {
        mkdirSync(dir, { recursive: true });
        writeFileSync(file(id), JSON.stringify({ key: hash(key), ...printed }));
      } catch {
        // The next build prints it again.
      }
    },
  };
}
