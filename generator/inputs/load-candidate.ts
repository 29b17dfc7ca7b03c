/** A candidate's folder in; profile, loop and interviewers out, with every fault of every file. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { z } from 'zod';
import type { Diagnostic } from '../diagnostics.ts';
import { idPattern } from '../model/ids.ts';
import { type Interviewer, interviewerFrontMatter } from '../model/interviewer.ts';
import { type Loop, loopSchema } from '../model/loop.ts';
import { type Profile, profileSchema } from '../model/profile.ts';
import { readFrontMatter } from './front-matter.ts';
import { readText } from './read-text.ts';
import { type Draft, validate } from './validate.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

export interface CandidateRead {
  profile: Profile | undefined;
  loop: Loop | undefined;
  /** What is in order of a faulty profile or loop, for the faults between files. */
  drafts: { profile: Draft<Profile> | undefined; loop: Draft<Loop> | undefined };
  interviewers: Interviewer[];
  /** Every file in interviewers/, faulty or not. */
  interviewerIds: string[];
  /** The parsed files, for the places of cross-file faults. */
  sources: { profile: YamlSource | undefined; loop: YamlSource | undefined };
  diagnostics: Diagnostic[];
}

/** Reads `<dir>/loop.yaml`, its profile and `<dir>/interviewers/*.md`. Paths are shown relative to `cwd`. */
export function loadCandidate(dir: string, cwd: string): CandidateRead {
  const diagnostics: Diagnostic[] = [];
  const show = (path: string) => relative(cwd, path) || path;
  const readFile = <S extends z.ZodType>(path: string, schema: S) => {
    const read = readText(path, show(path));
    if (!read.ok) {
      diagnostics.push(read.diagnostic);
      return { source: undefined, value: undefined, draft: undefined };
    }
    const yaml = readYaml(show(path), read.text);
    diagnostics.push(...yaml.diagnostics);
    if (!yaml.source) return { source: undefined, value: undefined, draft: undefined };
    const { value, draft, diagnostics: faults } = validate(yaml.source, schema);
    diagnostics.push(...faults);
    return { source: yaml.source, value, draft };
  };

  const loopPath = join(dir, 'loop.yaml');
  const loop = readFile(loopPath, loopSchema);
  const profilePath = resolve(dirname(loopPath), loop.draft?.profile ?? 'profile.yaml');
  const profile = readFile(profilePath, profileSchema);

  const interviewers: Interviewer[] = [];
  const folder = join(dir, 'interviewers');
  const isFolder = existsSync(folder) && statSync(folder).isDirectory();
  if (existsSync(folder) && !isFolder) diagnostics.push(notAFolder(show(folder)));
  const files = isFolder
    ? readdirSync(folder)
        .filter((f) => f.endsWith('.md'))
        .sort()
    : [];
  for (const file of files) {
    const read = readInterviewer(join(folder, file), show(join(folder, file)));
    diagnostics.push(...read.diagnostics);
    if (read.interviewer) interviewers.push(read.interviewer);
  }
  return {
    profile: profile.value,
    loop: loop.value,
    drafts: { profile: profile.draft, loop: loop.draft },
    interviewers,
    interviewerIds: files.map((f) => f.slice(0, -'.md'.length)),
    sources: { profile: profile.source, loop: loop.source },
    diagnostics,
  };
}

/** A file where a folder of the candidate should be. */
export function notAFolder(shown: string): Diagnostic {
  return {
    severity: 'error',
    file: shown,
    line: 1,
    column: 1,
    found: 'a file',
    expected: 'a folder',
    mend: 'Rename the file, or make it a folder.',
  };
}

/** One interviewer's file. */
export function readInterviewer(
  path: string,
  shown: string,
): { interviewer: Interviewer | undefined; diagnostics: Diagnostic[] } {
  const id = (path.split(/[\\/]/).at(-1) ?? '').replace(/\.md$/, '');
  if (!idPattern.test(id))
    return {
      interviewer: undefined,
      diagnostics: [
        {
          severity: 'error',
          file: shown,
          line: 1,
          column: 1,
          found: `the file name "${id}.md"`,
          expected: 'an id and ".md"',
          mend: 'Rename it: lower-case letters, digits and inner hyphens, like "a-rivera.md".',
        },
      ],
    };
  const read = readText(path, shown);
  if (!read.ok) return { interviewer: undefined, diagnostics: [read.diagnostic] };
  const split = readFrontMatter(shown, read.text);
  if (!split.source) {
    const missing: Diagnostic = {
      severity: 'error',
      file: shown,
      line: 1,
      column: 1,
      found: 'no front matter',
      expected: '"---", name: …, "---" above the bio',
      mend: 'Begin the file with three lines: ---, name: Their Name, ---.',
    };
    return { interviewer: undefined, diagnostics: split.diagnostics.length ? split.diagnostics : [missing] };
  }
  const { value, diagnostics } = validate(split.source, interviewerFrontMatter);
  if (!value) return { interviewer: undefined, diagnostics };
  return {
    interviewer: { ...value, id, file: shown, bio: split.body, bioOffset: split.bodyOffset },
    diagnostics,
  };
}
