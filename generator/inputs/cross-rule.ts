/** What a rule between files is given, and how it reports. */
import type { Diagnostic } from '../diagnostics.ts';
import type { Interviewer } from '../model/interviewer.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Loop } from '../model/loop.ts';
import type { Profile } from '../model/profile.ts';
import type { Draft } from './validate.ts';
import type { Path, YamlSource } from './yaml-source.ts';

/** What was read of the candidate: parts that a schema refused are absent here and have their diagnostic already. */
export interface CrossChecked {
  profile: Draft<Profile> | undefined;
  loop: Draft<Loop> | undefined;
  /** Those whose files are in order. */
  interviewers: readonly Interviewer[];
  /** Every file in interviewers/, faulty or not. */
  interviewerIds: readonly string[];
  knowledge: Knowledge | undefined;
  sources: { profile: YamlSource | undefined; loop: YamlSource | undefined };
  today: string;
}

export type Rule = (all: CrossChecked) => Diagnostic[];

export const at = (
  source: YamlSource | undefined,
  path: Path,
  severity: Diagnostic['severity'],
  found: string,
  expected: string,
  mend: string,
): Diagnostic[] =>
  source ? [{ severity, file: source.file, ...source.locate(path), found, expected, mend }] : [];

/** The rounds that could be read, with their place in the list. */
export const roundsOf = (loop: Draft<Loop> | undefined) =>
  (loop?.rounds ?? []).flatMap((round, r) => (round ? [{ round, r }] : []));

/** The entries of a list that could be read, each with its path. */
export const entriesOf = (list: readonly (string | undefined)[] | undefined, path: Path): [string, Path][] =>
  (list ?? []).flatMap((entry, i) => (entry === undefined ? [] : [[entry, [...path, i]] as [string, Path]]));
