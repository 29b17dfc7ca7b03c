/** Markdown with `{when …}` blocks in, Markdown for one scale out. */
import type { Scope } from '../estimates/evaluate.ts';
import { holds } from './conditions.ts';

const opening = /^(\s*)((?:[-*]|\d+\.)\s+)?\{when ([^}]*)\}\s*/;

/**
 * Keeps the list items and paragraphs whose condition holds (without the condition) and drops the others:
 * an item with its continuation lines and inner items, a paragraph up to the blank line.
 */
export function settleBlocks(text: string, scope: Scope): string {
  const kept: string[] = [];
  let dropping: { item: boolean; indent: number } | undefined;
  let blank = false;
  for (const line of text.split('\n')) {
    const indent = line.length - line.trimStart().length;
    if (dropping) {
      const ends = dropping.item
        ? line.trim() !== '' && indent <= dropping.indent && (/^\s*([-*]|\d+\.)\s/.test(line) || blank)
        : line.trim() === '';
      blank = line.trim() === '';
      if (!ends) continue;
      dropping = undefined;
    }
    blank = line.trim() === '';
    const match = opening.exec(line);
    if (!match) kept.push(line);
    else if (holds(match[3], scope)) kept.push(`${match[1]}${match[2] ?? ''}${line.slice(match[0].length)}`);
    else dropping = { item: match[2] !== undefined, indent: match[1]?.length ?? 0 };
  }
  return kept.join('\n').replace(/\n{3,}/g, '\n\n');
}
