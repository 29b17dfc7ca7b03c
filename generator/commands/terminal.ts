/** What a command may do to the outside: given by cli.ts, so that commands stay free of process and console. */
import type { Colors } from 'picocolors/types.js';

export interface Terminal {
  /** The program's own root: content, templates, site. */
  root: string;
  /** Where the command was typed. */
  cwd: string;
  /** The environment: looked through for credentials, which no pack may hold. */
  env: Readonly<Record<string, string | undefined>>;
  /** The calendar day here, YYYY-MM-DD. */
  today(): string;
  out(line: string): void;
  err(line: string): void;
  /** True on a terminal with colors: spinners and codes are welcome. */
  interactive: boolean;
  color: Colors;
}
