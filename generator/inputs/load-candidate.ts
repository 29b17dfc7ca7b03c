/** A candidate's folder in; profile, loop and interviewers out, with every fault of every file. */
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { z } from 'zod';
import type { Diagnostic } from '../diagnostics.ts';
import { idPattern } from '../model/ids.ts';
import { type Interviewer, interviewerFrontMatter } from '../model/interviewer.ts';
import { type Loop, loopSchema } from '../model/loop.ts';
import { type Profile, profileSchema } from '../model/profile.ts';
import { idOf, short } from './describe-value.ts';
import { listNames } from './folder.ts';
import { readFrontMatter } from './front-matter.ts';
import { findHidden } from './hidden-characters.ts';
import { leadsOut } from './leads-out.ts';
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
  const readFile = <S extends z.ZodType>(path: string, schema: S, own: boolean) => {
    const out = own ? leadsOut(path, dir, show(path)) : undefined;
    const read = out ? { ok: false as const, diagnostic: out } : readText(path, show(path));
    if (!read.ok) {
      diagnostics.push(read.diagnostic);
      return { source: undefined, value: undefined, draft: undefined, isUnread: true };
    }
    const yaml = readYaml(show(path), read.text);
    diagnostics.push(...yaml.diagnostics);
    if (!yaml.source) return { source: undefined, value: undefined, draft: undefined };
    const { value, draft, diagnostics: faults } = validate(yaml.source, schema);
    diagnostics.push(...faults, ...hiddenBeside(yaml.source, faults));
    return { source: yaml.source, value, draft };
  };

  const loopPath = join(dir, 'loop.yaml');
  const loop = readFile(loopPath, loopSchema, true);
  const named = loop.draft?.profile;
  const before = diagnostics.length;
  const profile = readFile(
    resolve(dirname(loopPath), named ?? 'profile.yaml'),
    profileSchema,
    named === undefined,
  );
  // A path that leads nowhere is mended where it is written.
  if (named !== undefined && loop.source && profile.isUnread)
    diagnostics.splice(before, 1, ...diagnostics.slice(before).map((d) => pathFault(loop.source, named, d)));

  const interviewers: Interviewer[] = [];
  const folder = join(dir, 'interviewers');
  const listed = listNames(folder, show(folder));
  diagnostics.push(...listed.diagnostics);
  const files = listed.names.filter((f) => f.endsWith('.md'));
  for (const file of files) {
    const out = leadsOut(join(folder, file), dir, show(join(folder, file)));
    if (out) {
      diagnostics.push(out);
      continue;
    }
    const read = readInterviewer(join(folder, file), show(join(folder, file)));
    diagnostics.push(...read.diagnostics);
    if (read.interviewer) interviewers.push(read.interviewer);
  }
  for (const file of listed.names.filter((f) => otherBio.test(f)))
    diagnostics.push(notRead(show(join(folder, file)), file));
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

/** Where the profile is that the loop names, which may be elsewhere; undefined where it names none. */
export function namedProfile(dir: string, cwd: string): string | undefined {
  const named = loadCandidate(dir, cwd).drafts.loop?.profile;
  return named === undefined ? undefined : resolve(dir, named);
}

/** What a file hides, where nothing else is wrong. */
function hiddenBeside(source: YamlSource, faults: readonly Diagnostic[]): Diagnostic[] {
  return findHidden(source).filter(
    (h) => h.severity === 'error' || !faults.some((f) => f.line === h.line && f.column === h.column),
  );
}

function pathFault(source: YamlSource | undefined, named: string, fault: Diagnostic): Diagnostic {
  if (!source) return fault;
  return {
    ...fault,
    file: source.file,
    ...source.locate(['profile']),
    found: `the profile "${short(named)}": ${fault.found}`,
    expected: 'the path of a profile, from the folder of loop.yaml',
    mend:
      fault.found === 'no such file' ? 'Mend the path; leave the key out for ./profile.yaml.' : fault.mend,
  };
}

/** Bios in another form, which are easily taken for read. */
const otherBio = /\.(?:txt|text|markdown|mdx|MD|Md|html?|pdf|docx?|rtf|ya?ml)$/;

function notRead(shown: string, file: string): Diagnostic {
  const isText = /\.(?:txt|text|markdown|mdx|md)$/i.test(file);
  return {
    severity: 'warning',
    file: shown,
    line: 1,
    column: 1,
    found: 'a file that is not read',
    expected: 'bios as <id>.md',
    mend: isText
      ? `Rename it to ${file.toLowerCase().replace(/\.[^.]+$/, '.md')}, or run: panelprep import bio ${shown} --to <dir>`
      : `Run: panelprep import bio ${shown} --to <dir>`,
  };
}

/** One interviewer's file. */
function readInterviewer(
  path: string,
  shown: string,
): { interviewer: Interviewer | undefined; diagnostics: Diagnostic[] } {
  const id = basename(path, '.md');
  if (!idPattern.test(id))
    return {
      interviewer: undefined,
      diagnostics: [
        {
          severity: 'error',
          file: shown,
          line: 1,
          column: 1,
          found: `the file name "${short(id)}.md"`,
          expected: 'an id and ".md"',
          mend: renameTo(id),
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
  const { value, diagnostics: faults } = validate(split.source, interviewerFrontMatter);
  const diagnostics = [...faults, ...hiddenBeside(split.source, faults)];
  if (!value) return { interviewer: undefined, diagnostics };
  return {
    interviewer: { ...value, id, file: shown, bio: split.body, bioOffset: split.bodyOffset },
    diagnostics,
  };
}

function renameTo(name: string): string {
  const id = idOf(name);
  return id === undefined
    ? 'Rename it: lower-case letters, digits and inner hyphens, like "a-rivera.md".'
    : `Rename it to "${id}.md": lower-case letters, digits and inner hyphens.`;
}
