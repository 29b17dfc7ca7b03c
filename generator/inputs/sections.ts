/** A sheet's body in, its sections by fixed heading out. */
import type { Diagnostic } from '../diagnostics.ts';
import { type SheetHeading, sheetHeadings } from '../model/problem.ts';
import { suggest } from './nearest.ts';

export interface SectionsRead {
  sections: Partial<Record<SheetHeading, string>>;
  diagnostics: Diagnostic[];
}

/** Splits at `## Heading`; unknown and repeated headings are faults, and missing ones when `all` are wanted. */
export function splitSections(body: string, file: string, firstLine: number, all: boolean): SectionsRead {
  const sections: Partial<Record<SheetHeading, string>> = {};
  const diagnostics: Diagnostic[] = [];
  let heading: SheetHeading | undefined;
  for (const [index, line] of body.split('\n').entries()) {
    const title = /^## +(.+?) *\r?$/.exec(line)?.[1];
    if (title === undefined) {
      if (heading !== undefined) sections[heading] = `${sections[heading] ?? ''}${line}\n`;
      continue;
    }
    const known = sheetHeadings.find((h) => h === title);
    const fault = (found: string, mend: string): Diagnostic => ({
      severity: 'error',
      file,
      line: firstLine + index,
      column: 4,
      found,
      expected: 'one of the fixed headings, once',
      mend,
    });
    if (known === undefined)
      diagnostics.push(fault(`the heading "${title}"`, suggest(title, sheetHeadings, 15)));
    else if (sections[known] !== undefined)
      diagnostics.push(fault(`the heading "${title}" again`, 'Join the two sections.'));
    heading = known;
    if (known !== undefined) sections[known] ??= '';
  }
  if (all)
    for (const h of sheetHeadings)
      if (!sections[h]?.trim())
        diagnostics.push({
          severity: 'error',
          file,
          line: firstLine,
          column: 1,
          found: `no "## ${h}"`,
          expected: 'all fifteen headings of a full sheet',
          mend: `Add "## ${h}" with its content.`,
        });
  return { sections, diagnostics };
}
