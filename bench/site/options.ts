/** The arguments of the bench. */
import { parseArgs } from 'node:util';

export interface Options {
  /** How often each builder runs each case. */
  rounds: number;
  /** Documents that the pack is grown to; without it the sample stays as it is. */
  pages?: number;
}

/** Throws with what was found and expected. */
export function optionsOf(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: { rounds: { type: 'string', default: '3' }, pages: { type: 'string' } },
  });
  const rounds = whole('--rounds', values.rounds);
  return values.pages === undefined ? { rounds } : { rounds, pages: whole('--pages', values.pages) };
}

function whole(name: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`${name}: found "${text}", expected a whole number from 1`);
  return Number(text);
}
