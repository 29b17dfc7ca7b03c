/** A misspelled name and the names there are in, the nearest of them out, if any is near. */

/** The nearest name within a third of the letters (at least one); none when nothing is near. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  const reach = Math.max(1, Math.floor(name.length / 3));
  const near = names
    .filter((other) => Math.abs(other.length - name.length) <= reach)
    .map((other) => ({ other, away: distance(name, other) }))
    .filter(({ away }) => away <= reach)
    .sort((a, b) => a.away - b.away || a.other.localeCompare(b.other));
  return near[0]?.other;
}

/** Levenshtein's distance, one row at a time. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const swap = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
