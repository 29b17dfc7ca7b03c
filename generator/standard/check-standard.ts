/** The knowledge base in; what its sheets lack, and how large each full one is, out. */
import type { Knowledge } from '../model/knowledge.ts';
import type { ResolvedProblem } from '../model/pack.ts';
import { type Pattern, patternHeadings } from '../model/pattern.ts';
import type { Problem } from '../model/problem.ts';
import { proseOf } from '../pack/prose.ts';
import { resolveProblem } from '../pack/resolve.ts';
import { type Asked, alikeQuestions } from './alike.ts';
import { wrongLengths } from './lengths.ts';
import { measures, type SheetSize, sizeOfSheet } from './measures.ts';
import type { Shortfall } from './shortfall.ts';
import { typedFigures } from './typed-figures.ts';
import { unusedEstimates } from './unused-estimates.ts';
import { itemsOf, wordsOf } from './words.ts';

/** A sheet is full at its own scale, at a small company's and at a large one's. */
const scales: readonly (string | undefined)[] = [undefined, '500K users', '500M users'];
/** All of a sheet, answers and ladders too, at 220 words a minute: from 40 minutes to two hours, a long evening. */
const words = { least: 9_000, most: 26_000 };

/** Half a page, at most a whole one. */
const halfPage = { least: 200, most: 520 };

export interface Standard {
  shortfalls: Shortfall[];
  sizes: SheetSize[];
}

/** Every sheet against the standard: full ones at three scales, the others for what serves a pivot. */
export function checkStandard(knowledge: Knowledge): Standard {
  const numbers = Object.fromEntries(knowledge.numbers.map((n) => [n.id, n.value]));
  const full = knowledge.problems.filter((p) => p.status === 'full' && p.depth);
  const atScale = (p: Problem, dau: string | undefined) => resolveProblem(p, dau ? { dau } : {}, numbers);
  const own = full.map((p) => atScale(p, undefined));
  return {
    shortfalls: [
      ...full.flatMap((p) => distinctly(scales.map((dau) => [dau, ofSheet(atScale(p, dau))]))),
      ...full.flatMap(asAuthored),
      ...repeated(own),
      ...knowledge.problems.flatMap(ofBreadth),
      ...knowledge.patterns.flatMap(ofPattern),
    ],
    sizes: own.flatMap((p) => (p.depth ? [sizeOfSheet(p, p.depth, proseOf(p, p.depth))] : [])),
  };
}

/** What a full sheet lacks at one scale. */
function ofSheet(sheet: ResolvedProblem): Shortfall[] {
  const { depth, id } = sheet;
  if (!depth) return [];
  const counts = measures.flatMap((m) => {
    const count = m.of(sheet, depth);
    if (count >= m.least && count <= (m.most ?? count)) return [];
    const asked = m.most ? `${m.least} to ${m.most}` : `at least ${m.least}`;
    return [{ sheet: id, file: m.file, message: `${m.what}: ${count}, ${asked} are asked for` }];
  });
  const texts = proseOf(sheet, depth);
  const typed = typedFigures(texts, sheet.evaluated).map(({ text, step }) => ({
    sheet: id,
    file: 'prose',
    message: `"${text}" is typed, write {${step}}`,
  }));
  const { words: read } = sizeOfSheet(sheet, depth, texts);
  const length =
    read < words.least || read > words.most
      ? [
          {
            sheet: id,
            file: 'sheet.md',
            message: `${read} words, ${words.least} to ${words.most} are asked for`,
          },
        ]
      : [];
  return [...counts, ...wrongLengths(depth).map((l) => ({ sheet: id, ...l })), ...typed, ...length];
}

/** What holds at every scale is said once, and what holds at one names it. */
function distinctly(found: readonly (readonly [string | undefined, Shortfall[]])[]): Shortfall[] {
  const at = new Map<string, { first: Shortfall; scales: (string | undefined)[] }>();
  for (const [scale, shortfalls] of found)
    for (const s of shortfalls) {
      const key = `${s.file}\n${s.message}`;
      const known = at.get(key);
      if (known) known.scales.push(scale);
      else at.set(key, { first: s, scales: [scale] });
    }
  return [...at.values()].map(({ first, scales: [scale] }) =>
    scale === undefined ? first : { ...first, scale },
  );
}

/** What is wrong whatever the scale. */
function asAuthored(problem: Problem): Shortfall[] {
  if (!problem.depth) return [];
  return unusedEstimates(problem, problem.depth).map((name) => ({
    sheet: problem.id,
    file: 'estimates.yaml',
    message: `"${name}" is used in no formula and no text`,
  }));
}

/** Questions that stand twice, within a sheet and between two. */
function repeated(sheets: readonly ResolvedProblem[]): Shortfall[] {
  const asked = sheets.flatMap((p): Asked[] =>
    (p.depth?.questions ?? []).map(({ id, question, leadWith }) => ({ sheet: p.id, id, question, leadWith })),
  );
  return alikeQuestions(asked).map(({ a, b, of }) => ({
    sheet: a.sheet === b.sheet ? a.sheet : `${a.sheet}, ${b.sheet}`,
    file: 'questions.yaml',
    message: `"${a.id}" and "${b.id}" ${of === 'question' ? 'ask' : 'answer'} the same`,
  }));
}

/** A breadth sheet serves a pivot: the patterns, what breaks them and its neighbors are there. */
function ofBreadth({ id, status, patterns, related, lenses }: Problem): Shortfall[] {
  if (status === 'full') return [];
  const counts: [string, number, number][] = [
    ['patterns that apply', patterns.apply.length, 2],
    ['patterns that break', patterns.breaks.length, 1],
    ['related problems', related.length, 2],
    ['lenses it attracts', lenses.length, 3],
  ];
  return counts
    .filter(([, count, least]) => count < least)
    .map(([what, count, least]) => ({
      sheet: id,
      file: 'sheet.md',
      message: `${what}: ${count}, at least ${least} are asked for`,
    }));
}

/** Half a page under the headings of its kind, with a number that is computed. */
function ofPattern({ id, kind, body, related, tempts }: Pattern): Shortfall[] {
  const headings = [...body.matchAll(/^## (.+)$/gm)].map((m) => m[1]?.trim() ?? '');
  const number = /^## The number\n([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(body)?.[1] ?? '';
  const asked = /^## What they ask next\n([\s\S]*)/m.exec(body)?.[1];
  const read = wordsOf(body);
  const rules: [boolean, string][] = [
    [
      headings.join() === patternHeadings[kind].join(),
      `headings ${headings.join(', ')}; of a ${kind} they are ${patternHeadings[kind].join(', ')}`,
    ],
    [number.includes('{'), 'no figure under "The number" is computed'],
    [itemsOf(asked).length >= 2, 'fewer than two questions under "What they ask next"'],
    [
      read >= halfPage.least && read <= halfPage.most,
      `${read} words, ${halfPage.least} to ${halfPage.most} are asked for`,
    ],
    [related.length >= 2, 'fewer than two related patterns'],
    [kind !== 'anti-pattern' || tempts.length >= 2, 'an anti-pattern that tempts on fewer than two problems'],
  ];
  return rules
    .filter(([holds]) => !holds)
    .map(([, message]) => ({ sheet: 'patterns', file: `${id}.md`, message }));
}
