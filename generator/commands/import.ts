/** `panelprep import`: a bio or a résumé that people have, as a file of the candidate's folder. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { type Diagnostic, InputError } from '../diagnostics.ts';
import { writeBioFile } from '../inputs/bio-file.ts';
import { readFrontMatter } from '../inputs/front-matter.ts';
import { type BioWishes, type ImportedBio, importBio } from '../inputs/import-bio.ts';
import { importResume } from '../inputs/import-resume.ts';
import { loadCandidate } from '../inputs/load-candidate.ts';
import { loadContent } from '../inputs/load-content.ts';
import { readText } from '../inputs/read-text.ts';
import { writeCandidate } from '../inputs/write-candidate.ts';
import type { Level } from '../model/ids.ts';
import type { Interviewer } from '../model/interviewer.ts';
import { compileSignals } from '../panel/compile.ts';
import { readBio } from '../panel/read.ts';
import type { Terminal } from './terminal.ts';

export interface ImportBioOptions extends Omit<BioWishes, 'known'> {
  to: string;
  force?: boolean;
}

/** `file` is a path or "-" for `stdin`. Writes `<to>/interviewers/<id>.md`; faulty input throws. */
export async function importBioFile(
  terminal: Terminal,
  file: string,
  { to, force = false, ...wishes }: ImportBioOptions,
  stdin: () => Promise<Uint8Array>,
): Promise<number> {
  const dir = resolve(terminal.cwd, to);
  requireFolder(dir, to);
  const bytes = file === '-' ? await stdin() : readBytes(resolve(terminal.cwd, file), file);
  const { drafts, interviewerIds, interviewers } = loadCandidate(dir, terminal.cwd);
  const named = (drafts.loop?.rounds ?? []).flatMap((round) => [...(round?.interviewers ?? []), round?.lead]);
  const known = named.filter((id) => id !== undefined);
  const read = await importBio(bytes, file === '-' ? 'stdin' : file, { ...wishes, known });
  if (!read.ok) throw new InputError([read.diagnostic]);
  // A file that waits for its bio, as `init` writes it, is filled in.
  const waiting = interviewers.find((i) => i.id === read.bio.id && i.bio.trim() === '');
  const bio = waiting ? filledIn(waiting, read.bio) : read.bio;
  const path = `interviewers/${bio.id}.md`;
  const origin = file === '-' ? 'pasted text' : basename(file);
  const text = writeBioFile(bio, `imported from ${origin} on ${terminal.today()}`);
  writeCandidate(dir, { [path]: text }, { force: force || waiting !== undefined, cwd: terminal.cwd });

  const { color } = terminal;
  const about = [bio.name, bio.role, bio.company].filter((part) => part !== undefined).join(', ');
  terminal.out(`Wrote ${relative(terminal.cwd, join(dir, path))}: ${about}.`);
  for (const note of bio.notes) terminal.err(color.yellow(`note: ${note}`));
  const { lines, warnings } = readingOf(terminal, text);
  for (const line of lines) terminal.out(line);
  for (const warning of warnings) terminal.err(color.yellow(`warning: ${warning}`));
  if (!known.includes(bio.id) && !interviewerIds.includes(bio.id))
    terminal.out(`Next: add ${bio.id} to a round's interviewers in ${join(to, 'loop.yaml')}.`);
  return 0;
}

/** What was written by hand stays where the bio does not say better. */
function filledIn(waiting: Interviewer, bio: ImportedBio): ImportedBio {
  return {
    ...bio,
    role: bio.role ?? waiting.role,
    company: bio.company ?? waiting.company,
    links: [...new Set([...waiting.links, ...bio.links])],
  };
}

/** What the guide sees in the new bio, in one line. */
function readingOf(terminal: Terminal, file: string): { lines: string[]; warnings: string[] } {
  const { knowledge } = loadContent(resolve(terminal.root, 'content'), undefined, terminal.cwd);
  if (!knowledge) return { lines: [], warnings: [] };
  const { body, bodyOffset } = readFrontMatter('bio', file);
  const { lenses, warnings } = readBio(body, compileSignals(knowledge), bodyOffset);
  const top = lenses.slice(0, 3).map((lens) => `${lens.id} ${Math.round(lens.weight * 100)}%`);
  return {
    lines: [top.length > 0 ? `It reads as: ${top.join(', ')}.` : 'It says nothing technical to lean on.'],
    warnings: [...new Set(warnings.map((w) => w.message))],
  };
}

/** Writes `<to>/profile.yaml` from a JSON Resume and lists what has no place there. */
export async function importResumeFile(
  terminal: Terminal,
  file: string,
  { to, level, force = false }: { to: string; level?: Level; force?: boolean },
): Promise<number> {
  const dir = resolve(terminal.cwd, to);
  requireFolder(dir, to);
  const text = readText(resolve(terminal.cwd, file), file);
  if (!text.ok) throw new InputError([text.diagnostic]);
  const { knowledge, diagnostics } = loadContent(resolve(terminal.root, 'content'), undefined, terminal.cwd);
  if (!knowledge) throw new InputError(diagnostics);
  const isThere = existsSync(join(dir, 'profile.yaml'));
  const imported = importResume(text.text, {
    file,
    level,
    today: terminal.today(),
    technologies: knowledge.technologies,
    existing: isThere && force ? loadCandidate(dir, terminal.cwd).profile : undefined,
  });
  writeCandidate(dir, { 'profile.yaml': imported.yaml }, { force, cwd: terminal.cwd });

  const { color } = terminal;
  terminal.out(`Wrote ${relative(terminal.cwd, join(dir, 'profile.yaml'))}: ${imported.said}.`);
  if (imported.kept)
    terminal.out('Kept from the profile before: level, gaps, confidence, stories, availability, notes.');
  for (const warning of imported.warnings) terminal.err(color.yellow(`warning: ${warning}`));
  if (imported.unmapped.length > 0) {
    terminal.out('Not taken over, because a profile has no place for it:');
    for (const part of imported.unmapped) terminal.out(`  - ${part}`);
  }
  return 0;
}

function requireFolder(dir: string, shown: string): void {
  if (statSync(dir, { throwIfNoEntry: false })?.isDirectory()) return;
  throw new InputError([
    fault(shown, 'no such folder', "a candidate's folder", `Make it first: panelprep init ${shown}`),
  ]);
}

function readBytes(path: string, shown: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const found =
      { ENOENT: 'no such file', EISDIR: 'a folder' }[code] ?? `a file that cannot be read (${code})`;
    throw new InputError([
      fault(shown, found, 'a bio', 'Check the path, or paste the text: panelprep import bio -'),
    ]);
  }
}

function fault(file: string, found: string, expected: string, mend: string): Diagnostic {
  return { severity: 'error', file, line: 1, column: 1, found, expected, mend };
}
