/** Costly results kept between builds under their content's hash. A cache that cannot be read or written is no fault. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cache } from '../documents/diagrams.ts';

/** `version` must change whenever the same key could give another value: it is part of every name. */
export function fileCache(dir: string, version: string): Cache {
  const path = (key: string) =>
    join(dir, `${createHash('sha256').update(version).update('\n').update(key).digest('hex')}.json`);
  return {
    get: (key) => {
      try {
        return readFileSync(path(key), 'utf8');
      } catch {
        return undefined;
      }
    },
    set: (key, value) => {
      try {
        mkdirSync(dir, { recursive: true });
        const staging = `${path(key)}.${process.pid}`;
        writeFileSync(staging, value);
        renameSync(staging, path(key));
      } catch {
        // Without the cache the next build draws again.
      }
    },
  };
}
