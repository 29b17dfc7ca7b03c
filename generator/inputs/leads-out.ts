/** A path and the folder that it should lie in, in; a fault where a symbolic link leads out of it, out. */
import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
import type { Diagnostic } from '../diagnostics.ts';

/**
 * Whoever hands on a candidate's folder could else have another's files read and published. What cannot be resolved is no
 * fault here: reading it says what it is. `shown` is the path as the user would type it.
 */
export function leadsOut(path: string, folder: string, shown: string): Diagnostic | undefined {
  const target = resolved(path);
  const within = resolved(folder);
  if (target === undefined || within === undefined) return undefined;
  if (target === within || target.startsWith(within.endsWith(sep) ? within : `${within}${sep}`))
    return undefined;
  return {
    severity: 'error',
    file: shown,
    line: 1,
    column: 1,
    found: 'a link that leads out of the folder',
    expected: "a file or folder of the candidate's own",
    mend: 'Copy there what it leads to, in place of the link.',
  };
}

function resolved(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
