/** Faults of the operating system: a full disk is no bug of ours, and is told as what it is. */
import { constants } from 'node:os';

const elsewhere = 'or choose a place on another disk';

/** What it is, and how to mend it, by the system's code. Codes that only a mistake of ours can cause are not here. */
const faults: Readonly<Record<string, readonly [what: string, mend: string]>> = {
  ENOSPC: ['no space is left on the disk', `Free some space there, ${elsewhere}`],
  EDQUOT: ['your share of the disk is used up', `Free some space there, ${elsewhere}`],
  EFBIG: ['the file would be larger than the system allows', 'Raise the limit (ulimit -f)'],
  EIO: ['the disk reports an error', `See what is wrong with the disk, ${elsewhere}`],
  EROFS: ['the disk is read-only', 'Choose another place'],
  EACCES: ['the system does not allow it', 'Mend its owner or its permissions, or choose another place'],
  EPERM: ['the system does not allow it', 'Mend its owner or its permissions, or choose another place'],
  EBUSY: ['another program is using it', 'Close that program'],
  EMFILE: ['too many files are open', 'Raise the limit (ulimit -n)'],
  ENFILE: ['too many files are open on this machine', 'Close other programs'],
};

/** Where, what and how to mend it; undefined for every other fault. Whoever wraps a fault keeps it as the cause. */
export function sayOsFault(fault: unknown): string | undefined {
  for (let at = fault; at instanceof Error; at = at.cause) {
    const code = codeOf(at);
    const [what, mend] = faults[code] ?? [];
    if (what === undefined || mend === undefined) continue;
    const where = textOf(at, 'dest') ?? textOf(at, 'path');
    const call = textOf(at, 'syscall');
    return [
      `${where === undefined ? '' : `${where}: `}${what} (${call === undefined ? code : `${code}, ${call}`}).`,
      `Nothing was published; the site stays as it was. ${mend}, and run it again.`,
    ].join('\n');
  }
  return undefined;
}

/** The search index is written by a program in Rust, whose faults come as text: "… (os error 28)". */
function codeOf(fault: Error): string {
  const own = textOf(fault, 'code');
  if (own !== undefined) return own;
  const number = Number(/\(os error (\d+)\)/.exec(fault.message)?.[1]);
  return Object.entries(constants.errno).find(([, value]) => value === number)?.[0] ?? '';
}

function textOf(fault: Error, key: string): string | undefined {
  const found: unknown = Reflect.get(fault, key);
  return typeof found === 'string' && found !== '' ? found : undefined;
}
