/**
 * Pages of placed text in, Markdown in reading order out. A page with columns is cut at its gutter; a narrow side column
 * (a profile's skills and contact) comes after the main text of all pages, so that no sentence is cut by it.
 */

/** One run of text; `x` and `y` are its left end and baseline in points, `y` upward. */
export interface PageItem {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

/** Text of one line in one column. */
interface Line {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
}

/** A column of a page, with its right end. */
interface Column {
  lines: Line[];
  right: number;
}

/** Markdown, names that the page sets largest, and the profile addresses that were printed. */
export function readPages(pages: readonly (readonly PageItem[])[]): {
  text: string;
  names: string[];
  links: string[];
} {
  const main: Column[] = [];
  const side: Column[] = [];
  for (const items of pages) {
    for (const { column, isSide } of columnsOf(linesOf(items))) (isSide ? side : main).push(column);
  }
  const all = [...main, ...side].flatMap((column) => column.lines);
  const body = bodySize(all);
  const largest = Math.max(0, ...all.map((line) => line.size));
  const isHeading = headingRule(body);
  const write = (columns: readonly Column[]) =>
    columns.map((column) => writeColumn(column, (line) => isHeading(line, largest))).join('\n\n');
  const text = [write(main), write(side)].filter((part) => part !== '').join('\n\n');
  const { text: plain, links } = takeProfileLinks(text);
  const names = largest > body * 1.25 ? all.filter((l) => l.size === largest).map((l) => l.text) : [];
  return { text: plain, names, links };
}

/** Items on one baseline, joined unless a wide gap parts them. */
function linesOf(items: readonly PageItem[]): Line[] {
  const placed = items
    .filter((i) => i.text.trim() !== '' && i.size > 2)
    .sort((a, b) => b.y - a.y || a.x - b.x);
  const rows: PageItem[][] = [];
  for (const item of placed) {
    const row = rows.findLast((r) => {
      const first = r[0];
      return first !== undefined && Math.abs(first.y - item.y) < Math.min(first.size, item.size) * 0.35;
    });
    if (row) row.push(item);
    else rows.push([item]);
  }
  return rows.flatMap((row) => {
    const lines: Line[] = [];
    for (const item of row.sort((a, b) => a.x - b.x)) {
      const line = lines.at(-1);
      const gap = line ? item.x - line.right : 0;
      if (line && gap < Math.max(line.size, item.size) * 1.2) {
        const space = gap > item.size * 0.12 && !/\s$/.test(line.text) && !/^\s/.test(item.text) ? ' ' : '';
        line.text += space + item.text;
        line.right = Math.max(line.right, item.x + item.width);
        line.size = Math.max(line.size, item.size);
      } else {
        const { text, x, y, width, size } = item;
        lines.push({ text, left: x, right: x + width, y, size });
      }
    }
    return lines.map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }));
  });
}

/** The columns of a page in reading order. */
function columnsOf(lines: Line[]): { column: Column; isSide: boolean }[] {
  const kept = lines.filter((line) => !/^(?:page )?\d+(?: (?:of|\/) \d+)?$/i.test(line.text));
  const gutter = findGutter(kept);
  if (gutter === undefined) return kept.length ? [{ column: columnOf(joinRows(kept)), isSide: false }] : [];
  const whole = kept.filter((line) => line.left < gutter && line.right > gutter);
  const left = kept.filter((line) => line.right <= gutter);
  const right = kept.filter((line) => line.left >= gutter);
  const width = (part: Line[]) => columnOf(part).right - Math.min(...part.map((line) => line.left));
  const ratio = width(left) / width(right);
  const narrow = ratio < 0.75 ? left : ratio > 1.33 ? right : undefined;
  if (narrow) {
    const wide = [...whole, ...(narrow === left ? right : left)].sort((a, b) => b.y - a.y);
    return [
      { column: columnOf(wide), isSide: false },
      { column: columnOf(narrow), isSide: true },
    ];
  }
  // Equal columns: what runs across the page parts it into bands, each read left, then right.
  const bands: Line[][] = [];
  let above = Number.POSITIVE_INFINITY;
  for (const line of [...whole.sort((a, b) => b.y - a.y), undefined]) {
    const below = line?.y ?? Number.NEGATIVE_INFINITY;
    const within = (part: Line[]) => part.filter((l) => l.y < above && l.y >= below);
    bands.push(within(left), within(right), line ? [line] : []);
    above = below;
  }
  return bands.filter((band) => band.length > 0).map((band) => ({ column: columnOf(band), isSide: false }));
}

function columnOf(lines: Line[]): Column {
  return { lines, right: Math.max(...lines.map((line) => line.right)) };
}

/** Where most lines leave a gap with enough text on either side, or nothing. */
function findGutter(lines: readonly Line[]): number | undefined {
  const letters = (part: readonly Line[]) => part.reduce((n, line) => n + line.text.length, 0);
  const all = letters(lines);
  let best: { x: number; crossed: number; width: number } | undefined;
  for (const edge of new Set(lines.map((line) => line.left))) {
    const x = edge - 1;
    const left = lines.filter((line) => line.right <= x);
    const right = lines.filter((line) => line.left >= x);
    const crossed = lines.length - left.length - right.length;
    if (left.length < 3 || right.length < 3 || crossed > lines.length * 0.2) continue;
    if (Math.min(letters(left), letters(right)) < Math.max(30, all * 0.04)) continue;
    if (!standSideBySide(left, right) || areRowEnds(left, right)) continue;
    const width = edge - Math.max(...left.map((line) => line.right));
    if (best && (crossed > best.crossed || (crossed === best.crossed && width <= best.width))) continue;
    best = { x, crossed, width };
  }
  return best?.x;
}

/** At least a third of the shorter side stands beside the other. */
function standSideBySide(left: readonly Line[], right: readonly Line[]): boolean {
  const reach = (part: readonly Line[]) => {
    const ys = part.map((line) => line.y);
    return { top: Math.max(...ys), bottom: Math.min(...ys) };
  };
  const [a, b] = [reach(left), reach(right)];
  const shared = Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom);
  return shared > Math.min(a.top - a.bottom, b.top - b.bottom) / 3 && shared > 0;
}

/** One column whose lines end in a date or a place at the right margin: no columns. */
function areRowEnds(left: readonly Line[], right: readonly Line[]): boolean {
  const sharesRow = right.filter((line) => left.some((l) => Math.abs(l.y - line.y) < l.size * 0.4));
  const dated = right.filter((line) => /\b(?:19|20)\d{2}\b|\bpresent\b/i.test(line.text));
  return sharesRow.length >= right.length * 0.8 && dated.length >= right.length * 0.5;
}

/** Without columns, what stands on one baseline is one line again. */
function joinRows(lines: readonly Line[]): Line[] {
  const rows: Line[] = [];
  for (const line of [...lines].sort((a, b) => b.y - a.y || a.left - b.left)) {
    const row = rows.at(-1);
    if (row && Math.abs(row.y - line.y) < Math.min(row.size, line.size) * 0.35 && line.left >= row.right) {
      row.text += /^[•·▪◦‣–-]$/.test(row.text) ? ` ${line.text}` : ` · ${line.text}`;
      row.right = line.right;
    } else rows.push({ ...line });
  }
  return rows;
}

/** The size that most letters have. */
function bodySize(lines: readonly Line[]): number {
  const count = new Map<number, number>();
  for (const { size, text } of lines) {
    const key = Math.round(size * 2) / 2;
    count.set(key, (count.get(key) ?? 0) + text.length);
  }
  return [...count].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

const sectionTitles =
  /^(?:about(?: me)?|summary|profile|experience|work experience|employment|education|contact|(?:top )?skills|languages|certifications|publications|projects|talks|honors[- ]awards|honors & awards|patents|volunteering|interests)$/i;

/** 1 or 2 for a heading, 0 for text. */
const headingRule =
  (body: number) =>
  (line: Line, largest: number): number => {
    if (line.text.length > 80 || /[.,;:]$/.test(line.text) || /^[•·▪◦‣]/.test(line.text)) return 0;
    if (line.size === largest && line.size > body * 1.25) return 1;
    return line.size > body * 1.22 || sectionTitles.test(line.text) ? 2 : 0;
  };

const bullet = /^[•·▪◦‣●○■□–*-]\s*/;

function writeColumn({ lines, right }: Column, headingOf: (line: Line) => number): string {
  const blocks: string[] = [];
  let before: Line | undefined;
  let heading = 0;
  for (const line of lines) {
    const level = headingOf(line);
    const isBullet = level === 0 && bullet.test(line.text) && /\p{L}/u.test(line.text);
    const words = isBullet ? `- ${line.text.replace(bullet, '')}` : line.text;
    const last = blocks.at(-1);
    if (
      before &&
      last !== undefined &&
      !isBullet &&
      level === heading &&
      goesOn(before, line, { right, leading: leadingOf(lines, line.size) })
    )
      blocks[blocks.length - 1] = joined(last, words);
    else if (isBullet && last?.startsWith('- ')) blocks[blocks.length - 1] = `${last}\n${words}`;
    else blocks.push(level > 0 ? `${'#'.repeat(level)} ${words}` : words);
    before = line;
    heading = level;
  }
  return blocks.join('\n\n');
}

/** The least distance of two lines of this size, in sizes: that of the lines of a paragraph. */
function leadingOf(lines: readonly Line[], size: number): number {
  const gaps = lines.flatMap((line, i) => {
    const above = lines[i - 1];
    if (!above || Math.abs(above.size - size) > 0.6 || Math.abs(line.size - size) > 0.6) return [];
    const gap = (above.y - line.y) / size;
    return gap > 0.8 && gap < 2 ? [gap] : [];
  });
  return gaps.length > 0 ? Math.min(...gaps) : 1.4;
}

/** Whether a line carries on the paragraph: it is near, as large, and its first word did not fit above. */
function goesOn(before: Line, line: Line, { right, leading }: { right: number; leading: number }): boolean {
  const gap = before.y - line.y;
  if (gap > line.size * leading * 1.15 || gap <= 0 || Math.abs(before.size - line.size) > 0.6) return false;
  const first = line.text.split(' ')[0]?.length ?? 0;
  const needed = ((line.right - line.left) / Math.max(1, line.text.length)) * (first + 1);
  const fits = right - before.right > needed * 1.15;
  return !fits || /^\p{Ll}/u.test(line.text) || /[,(&–]$/.test(before.text);
}

const prefixes =
  /(?:^|\s)(?:multi|low|high|real|self|cross|on|co|non|pre|post|end|open|first|large|long|read|write|event|time)-$/i;

/** A word that was cut at the end of a line is made whole; a compound keeps its hyphen. */
function joined(text: string, more: string): string {
  if (/\p{L}-$/u.test(text) && /^\p{L}/u.test(more))
    return prefixes.test(text) || /^\p{Lu}/u.test(more) || isAddress(text)
      ? text + more
      : text.slice(0, -1) + more;
  return `${text.replace(/\u00AD$/, '')}${text.endsWith('\u00AD') ? '' : ' '}${more}`;
}

function isAddress(text: string): boolean {
  return /(?:www\.|https?:\/\/)\S*$/.test(text);
}

/** Printed addresses of profiles leave the text: they are the person's links. */
function takeProfileLinks(text: string): { text: string; links: string[] } {
  const links: string[] = [];
  const profile =
    /(?:https?:\/\/)?((?:www\.)?(?:linkedin\.com\/in|github\.com)\/[\w%-]+)\/?(?: \((?:LinkedIn|GitHub)\))?/gi;
  const plain = text.replace(profile, (_all, address: string) => {
    links.push(`https://${address}`);
    return '';
  });
  return { text: plain, links };
}
