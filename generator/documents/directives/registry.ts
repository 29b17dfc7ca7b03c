/** The fixed list of directives that a template may use, and the few words it may put in a line. */

import { longDate } from '../clock.ts';
import type { Context, Directive } from '../context.ts';
import { apiSection } from './api-contract.ts';
import { audience } from './audience.ts';
import {
  breadthDeck,
  breadthNote,
  pivots,
  problemHead,
  problemPatterns,
  related,
  roundPivots,
} from './bank.ts';
import {
  sheetBoxes,
  sheetInterruptions,
  sheetNumbers,
  sheetPacing,
  sheetPanel,
  sheetTables,
  sheetTradeOffs,
  sheetUnprompted,
} from './cheat-sheet.ts';
import { dataModelSection } from './data-model.ts';
import { components, diagram, flows, levelView, removeABox, section } from './design.ts';
import { dives, foldedDives, sheetDives } from './dives.ts';
import { estimates, insights, rowSizes, scenarios, threeNumbers } from './estimates.ts';
import {
  habits,
  haveReady,
  interruptions,
  levelName,
  mistakes,
  openings,
  pacing,
  signals,
  unprompted,
} from './guidance.ts';
import { choices, failures, scaling, slos } from './operations.ts';
import {
  cheatSheetLinks,
  loopHead,
  mapping,
  panelCards,
  roundSummary,
  timeline,
  topGap,
} from './overview.ts';
import { page } from './page.ts';
import {
  askThem,
  bioWarnings,
  lensPicture,
  listensFor,
  meaning,
  memberReady,
  memberRounds,
  panel,
  reading,
  tips,
} from './panel.ts';
import {
  allFigures,
  figures,
  patternBody,
  patternHead,
  patternIndex,
  patterns,
  patternUses,
} from './patterns.ts';
import { questionLines, questions, sheetQuestions } from './questions.ts';

/** Block directives: `::questions{top=8}`. CONTRIBUTING.md says what each one shows. */
export const blockDirectives = {
  'all-figures': allFigures,
  'api-contract': apiSection,
  'ask-them': askThem,
  audience,
  'bio-warnings': bioWarnings,
  'breadth-deck': breadthDeck,
  'breadth-note': breadthNote,
  'cheat-sheets': cheatSheetLinks,
  choices,
  components,
  'data-model': dataModelSection,
  diagram,
  dives,
  estimates,
  failures,
  figures,
  flows,
  'folded-dives': foldedDives,
  habits,
  'have-ready': haveReady,
  insights,
  interruptions,
  'lens-picture': lensPicture,
  'level-view': levelView,
  'listens-for': listensFor,
  'loop-head': loopHead,
  mapping,
  meaning,
  'member-ready': memberReady,
  'member-rounds': memberRounds,
  mistakes,
  openings,
  pacing,
  page,
  panel,
  'panel-cards': panelCards,
  'pattern-body': patternBody,
  'pattern-head': patternHead,
  'pattern-index': patternIndex,
  'pattern-uses': patternUses,
  patterns,
  pivots,
  'problem-head': problemHead,
  'problem-patterns': problemPatterns,
  'question-lines': questionLines,
  questions,
  reading,
  related,
  'remove-a-box': removeABox,
  'round-pivots': roundPivots,
  'round-summary': roundSummary,
  'row-sizes': rowSizes,
  scaling,
  scenarios,
  section,
  'sheet-boxes': sheetBoxes,
  'sheet-dives': sheetDives,
  'sheet-interruptions': sheetInterruptions,
  'sheet-numbers': sheetNumbers,
  'sheet-pacing': sheetPacing,
  'sheet-panel': sheetPanel,
  'sheet-questions': sheetQuestions,
  'sheet-tables': sheetTables,
  'sheet-trade-offs': sheetTradeOffs,
  'sheet-unprompted': sheetUnprompted,
  signals,
  slos,
  'three-numbers': threeNumbers,
  timeline,
  tips,
  'top-gap': topGap,
  unprompted,
} as const satisfies Record<string, Directive>;

/** Text directives: `:company` in a line of a template. `:value[peak_messages]` is one too. */
export const textDirectives: Readonly<Record<string, (context: Context) => string>> = {
  candidate: ({ pack }) => pack.candidate.name,
  company: ({ pack }) => pack.company.name,
  date: ({ pack }) => longDate(pack.loop.date),
  level: ({ pack }) => levelName(pack.candidate.level),
  minutes: ({ guide }) => String(guide?.round.minutes ?? ''),
  round: ({ guide }) => guide?.round.title ?? '',
  problem: ({ guide, problem }) => guide?.problem.title ?? problem?.title ?? '',
  interviewer: ({ member }) => member?.name ?? '',
  interviewers: ({ guide }) => (guide?.panel.length === 1 ? 'interviewer' : 'interviewers'),
  pattern: ({ pattern }) => pattern?.title ?? '',
};
