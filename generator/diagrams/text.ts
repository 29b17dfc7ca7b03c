/** How wide a text will be and where it wraps, from a table of average glyph widths: no font, no canvas, same everywhere. */

// Widths in thousandths of an em: the wider of Helvetica's and Segoe's, so that either system font fits its box.
const widths: ReadonlyArray<readonly [glyphs: string, width: number]> = [
  ["ijl|'!.,:;I", 285],
  ['ft()[]{}/\\ "`-r', 350],
  ['acegknopqbdhusvxyz0123456789?$*_', 560],
  ['ABEFKLPSTVXYZ&=+<>~^#', 675],
  ['CDGHNQORUw', 735],
  ['mM%W@—…→', 900],
];
const widthOf = new Map(
  widths.flatMap(([glyphs, width]) => [...glyphs].map((glyph) => [glyph, width] as const)),
);
const boldFactor = 1.06;

export interface TextStyle {
  size: number;
  bold?: boolean;
}

/** Width in pixels. Glyphs outside the table count as wide as an ideograph when they are one, else as a letter. */
export function textWidth(text: string, style: TextStyle): number {
  return pixels(thousandthsOf(text), style);
}

/** Whole numbers, so that the parts of a text add up to the text. */
function thousandthsOf(text: string): number {
  let sum = 0;
  for (const glyph of text) {
    sum += widthOf.get(glyph) ?? ((glyph.codePointAt(0) ?? 0) > 0x2e7f ? 1000 : 620);
  }
  return sum;
}

function pixels(thousandths: number, style: TextStyle): number {
  return Math.ceil((thousandths * style.size * (style.bold ? boldFactor : 1)) / 1000);
}

/** Width of the widest word, the first of them after an `indent`. */
export function longestWord(text: string, style: TextStyle, indent = 0): number {
  const words = text.trim().split(/\s+/);
  return Math.max(...words.map((word, index) => textWidth(word, style) + (index === 0 ? indent : 0)));
}

/**
 * The lines of a text within a width, the first of them shorter by `indent`. Words longer than a line are cut, with a
 * hyphen where they are letters; past `maxLines` the rest becomes an ellipsis. Lines are balanced: the narrowest block of that many lines.
 */
export function wrapText(
  text: string,
  style: TextStyle,
  options: { width: number; indent?: number; maxLines?: number },
): string[] {
  const words = text.trim().split(/\s+/).filter(Boolean).map(measured);
  const indent = options.indent ?? 0;
  const greedy = fill(words, style, options.width, indent);
  const longest = longestWord(text, style, indent);
  let best = greedy;
  for (let width = options.width - 2; width > options.width / 3 && width >= longest; width -= 2) {
    const narrower = fill(words, style, width, indent);
    if (narrower.length > greedy.length || narrower[0] === '') break;
    best = narrower;
  }
  const maxLines = options.maxLines ?? Number.POSITIVE_INFINITY;
  if (best.length <= maxLines) return best;
  const kept = greedy.slice(0, maxLines);
  kept.push(shorten(kept.pop() ?? '', style, options.width));
  return kept;
}

/** The text with an ellipsis, cut so that both fit the width. */
function shorten(text: string, style: TextStyle, width: number): string {
  let cut = text.trimEnd();
  while (cut.length > 1 && textWidth(`${cut}…`, style) > width)
    cut = [...cut].slice(0, -1).join('').trimEnd();
  return `${cut}…`;
}

interface Measured {
  text: string;
  thousandths: number;
}

const measured = (text: string): Measured => ({ text, thousandths: thousandthsOf(text) });
const space = thousandthsOf(' ');

function fill(words: Measured[], style: TextStyle, width: number, indent: number): string[] {
  const lines: string[] = [];
  let line: Measured = { text: '', thousandths: 0 };
  const room = () => (lines.length === 0 ? width - indent : width);
  for (const word of words.flatMap((each, index) =>
    pieces(each, style, Math.max(width - (index === 0 ? indent : 0), style.size * 2)),
  )) {
    const joined =
      line.text === ''
        ? word
        : {
            text: `${line.text} ${word.text}`,
            thousandths: line.thousandths + space + word.thousandths,
          };
    if (pixels(joined.thousandths, style) <= room() || (line.text === '' && lines.length > 0)) line = joined;
    else {
      lines.push(line.text);
      line = word;
    }
  }
  if (line.text !== '') lines.push(line.text);
  return lines;
}

/** A word that is wider than a line, cut: after a hyphen or slash of its own, else anywhere. */
function pieces(word: Measured, style: TextStyle, width: number): Measured[] {
  if (pixels(word.thousandths, style) <= width) return [word];
  const found: string[] = [];
  let piece = '';
  for (const part of word.text.split(/(?<=[-/_])/u)) {
    if (piece !== '' && textWidth(piece + part, style) > width) {
      found.push(piece);
      piece = '';
    }
    for (const glyph of part) {
      if (piece !== '' && textWidth(`${piece}${glyph}-`, style) > width && textWidth(part, style) > width) {
        found.push(/\p{L}$/u.test(piece) ? `${piece}-` : piece);
        piece = '';
      }
      piece += glyph;
    }
  }
  return [...found, piece].map(measured);
}
