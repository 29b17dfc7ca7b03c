/** `panelprep diff`: what changes between two packs, in the candidate's words. */

import { comparePacks } from '../pack/compare.ts';
import { compose } from '../pipeline.ts';
import { placesOf } from './build.ts';
import type { Terminal } from './terminal.ts';

export async function diff(
  terminal: Terminal,
  a: string,
  b: string,
  options: { today?: string; json?: boolean },
): Promise<number> {
  const today = options.today ?? terminal.today();
  const changes = comparePacks(
    compose(placesOf(terminal, a), today).pack,
    compose(placesOf(terminal, b), today).pack,
  );
  if (options.json) terminal.out(JSON.stringify(changes));
  else if (changes.length === 0) terminal.out('The two packs are the same.');
  else
    for (const c of changes) {
      terminal.out(`${c.where}: ${c.what}`);
      for (const gone of c.gone) terminal.out(`  - ${gone}`);
      for (const come of c.come) terminal.out(`  + ${come}`);
    }
  return 0;
}
