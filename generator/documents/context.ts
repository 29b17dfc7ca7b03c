/** What a directive may look at while it is replaced by nodes. */
import type { EvaluatedSheet } from '../estimates/sheet.ts';
import type { Guide, Pack, PanelMember, ResolvedProblem } from '../model/pack.ts';
import type { Pattern } from '../model/pattern.ts';
import type { Drawings } from './diagrams.ts';
import type { Flow } from './nodes.ts';

export interface Context {
  pack: Pack;
  guide?: Guide;
  problem?: ResolvedProblem;
  member?: PanelMember;
  pattern?: Pattern;
  /** Wide and tall drawing of each full problem's architecture, by problem id. */
  diagrams: Drawings;
}

type Attributes = Readonly<Record<string, string | null | undefined>>;
/** Nodes in place of a block directive; none when there is nothing to show. */
export type Directive = (context: Context, attributes: Attributes) => Flow[];

/** The problem a page is about: the guide's, or the sheet's own page. */
export function problemOf(context: Context): ResolvedProblem | undefined {
  return context.guide?.problem ?? context.problem;
}

/** The scopes that texts of this page are said with. */
export function evaluatedOf(context: Context): EvaluatedSheet {
  return problemOf(context)?.evaluated ?? context.pack.figures;
}
