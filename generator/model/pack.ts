/**
 * Everything generated for one candidate and one loop, as one plain value.
 * Texts are Markdown and may still hold `{formula}`; they are said with the scopes of the problem they belong to.
 */
import type { EvaluatedSheet } from '../estimates/sheet.ts';
import type { Card } from './card.ts';
import type { Communication, LevelSignal, Mistake } from './guidance.ts';
import type { LensId, Level, PhaseId, RoundKind } from './ids.ts';
import type { Lens } from './lens.ts';
import type { Pattern } from './pattern.ts';
import type { Availability, Material } from './plan.ts';
import type { Choice, Dive, Failure, Problem, ProblemDepth, Question, ScalingStep } from './problem.ts';
import type { Highlight } from './profile.ts';
import type { Reading } from './reading.ts';
import type { IndustryNumber } from './technology.ts';

/** Why a choice was made. Every tailored thing carries at least one. */
export type Reason =
  | { from: 'bio'; interviewer: string; name: string; lens: LensId; quote: string }
  | { from: 'profile'; entry: string; text: string }
  | { from: 'loop'; text: string }
  | { from: 'knowledge'; text: string };

export type LensWeights = Readonly<Partial<Record<LensId, number>>>;

export interface PanelMember {
  id: string;
  name: string;
  role: string | undefined;
  company: string | undefined;
  links: string[];
  /** Empty when the file or the bio is missing. Its quotes hold "…" where the bio gives an address or a telephone number. */
  reading: Reading;
  signal: 'read' | 'thin' | 'none';
  /** Rounds they sit in. */
  rounds: string[];
  /** What their leading lenses mean for this candidate: strongest first, at most four. */
  lenses: { lens: Lens; weight: number; quotes: string[]; gap: Reason | undefined }[];
}

/** A problem at the company's scale: variants chosen, conditions settled, estimates evaluated. */
export interface ResolvedProblem {
  id: string;
  title: string;
  status: 'full' | 'breadth';
  pitch: string;
  tradeOff: string;
  tags: string[];
  domains: string[];
  lenses: LensId[];
  related: Problem['related'];
  threeNumbers: Problem['threeNumbers'];
  patterns: Problem['patterns'];
  sections: Problem['sections'];
  evaluated: EvaluatedSheet;
  depth: ResolvedDepth | undefined;
}

export interface ResolvedDepth extends Omit<ProblemDepth, 'scaling'> {
  scaling: { steps: ScalingStep[]; current: string };
  /** The variant that holds at this scale replaced the base text. */
  choices: Choice[];
  failures: Failure[];
  dives: Dive[];
  questions: Question[];
}

export interface AskedQuestion {
  /** `problem:question:id` or `lens:probe:id`. */
  id: string;
  question: string;
  lenses: LensId[];
  levels: Level[];
  kind: string;
  leadWith: string;
  weakAnswer: string;
  ladder: {
    pushback: string;
    defend: string;
    concedeWhen: string;
    tenfold?: string | undefined;
    failure?: string | undefined;
    cost?: string | undefined;
  };
  origin: 'sheet' | 'lens';
  score: number;
  reasons: Reason[];
}

export interface FocusDive {
  /** A dive's id, or `schema` and `api` where no dive presents those. */
  id: string;
  /** What is laid out below the text. */
  shows: 'schema' | 'api' | undefined;
  title: string;
  lenses: LensId[];
  /** The dive's text; may be empty where something is laid out. */
  body: string;
  score: number;
  /** Minutes of the deep-dive phase to give it; 0 for those folded below. */
  minutes: number;
  reasons: Reason[];
}

export interface PacedPhase {
  id: PhaseId;
  title: string;
  from: number;
  to: number;
  goal: string;
  /** The goal in the words of this sheet, where it can be named. */
  here: string | undefined;
  say: string;
}

export interface KeyInsight {
  text: string;
  lens: LensId;
  reason: Reason;
}

export interface RoundView {
  id: string;
  title: string;
  kind: RoundKind;
  date: string;
  start: string;
  end: string;
  minutes: number;
  interviewers: string[];
  lead: string | undefined;
}

export interface ProblemChance {
  problem: string;
  title: string;
  /** Reported confidence, when someone reported it for this round. */
  confidence: number | undefined;
  reasons: Reason[];
}

export interface Guide {
  round: RoundView;
  problem: ResolvedProblem;
  chosen: ProblemChance;
  others: ProblemChance[];
  panel: PanelMember[];
  /** Normalised to a sum of 1. */
  weights: LensWeights;
  /** True when no bio of this round gives a signal. */
  general: boolean;
  phases: PacedPhase[];
  insights: KeyInsight[];
  dives: FocusDive[];
  questions: AskedQuestion[];
  signals: LevelSignal[];
  unprompted: Communication['unprompted'];
  mistakes: Mistake[];
  patterns: { pattern: Pattern; reason: Reason }[];
  haveReady: { by: number; what: string; lens: LensId }[];
  numbers: IndustryNumber[];
}

export interface Pivot {
  problem: string;
  title: string;
  status: 'full' | 'breadth';
  tradeOff: string;
  /** 0 to 1, relative to the likeliest. */
  likelihood: number;
  tier: 'reported' | 'likely' | 'possible' | 'unlikely';
  reasons: Reason[];
  carriesOver: string[];
}

export interface AudienceRow {
  round: RoundView;
  hears: { topic: string; text: string; reason: Reason }[];
  leaveOut: { topic: string; text: string }[];
  /** What another round presses on as well, so that neither hears the other's example again. */
  shared: { topic: string; text: string }[];
  stories: { highlight: Highlight; value: string | undefined }[];
}

export interface Gap {
  entry: string;
  title: string;
  /** How much of the loop presses on it, 0 to 1. */
  pressure: number;
  reasons: Reason[];
  todo: string;
}

export interface Pack {
  name: string;
  today: string;
  asOf: string | undefined;
  candidate: {
    name: string;
    level: Level;
    role: string | undefined;
    years: number | undefined;
    timeZone: string | undefined;
  };
  company: {
    name: string;
    domain: string | undefined;
    scale: Readonly<Record<string, string>>;
    values: string[];
  };
  loop: { date: string; timeZone: string; note: string | undefined; rounds: RoundView[] };
  panel: PanelMember[];
  guides: Guide[];
  gaps: Gap[];
  pivots: Pivot[];
  audience: AudienceRow[];
  problems: ResolvedProblem[];
  patterns: Pattern[];
  lenses: Lens[];
  communication: Communication;
  numbers: IndustryNumber[];
  /** The industry figures evaluated: what texts outside of any problem are said with. */
  figures: EvaluatedSheet;
  availability: Availability;
  /** Everything worth recalling, the most important first. */
  deck: DraftCard[];
  /** What sessions hold besides cards and reading. */
  material: Material[];
}

/** A card before its texts are said: Markdown with formulas. */
export interface DraftCard extends Omit<Card, 'title' | 'source' | 'seconds'> {
  front: string;
  /** Paragraphs. */
  back: string[];
  /** The problem whose numbers its texts say; absent for what belongs to no problem. */
  saidWith: string | undefined;
  /** Where it may stand, best first; the first that exists in the rendered pack is linked. */
  sources: string[];
}
