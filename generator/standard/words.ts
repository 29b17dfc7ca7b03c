/** Text in; the words a reader meets out. */

/** Words of a text; a formula in braces is read as one word, and code as what it is. */
export function wordsOf(text: string): number {
  const read = text.replace(/\{[^{}]*\}/g, 'n').match(/[\p{L}\p{N}$%][\p{L}\p{N}'’.,%-]*/gu);
  return read?.length ?? 0;
}

/** Top-level items of a list in Markdown. */
export function itemsOf(markdown: string | undefined): string[] {
  const items: string[] = [];
  for (const line of (markdown ?? '').split('\n')) {
    if (/^([-*]|\d+\.)\s/.test(line)) items.push(line);
    else if (items.length > 0 && line.trim() !== '') items.push(`${items.pop()}\n${line}`);
  }
  return items;
}
