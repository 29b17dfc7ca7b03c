/** A candidate's folder, `content/` and `templates/` in; validated Inputs out, or every fault of every file at once. */
import { existsSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { type Diagnostic, hasErrors, InputError, tidyDiagnostics } from '../diagnostics.ts';
import { idPattern } from '../model/ids.ts';
import type { Inputs } from '../model/inputs.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { checkFormulas } from './check-formulas.ts';
import { checkKnowledge } from './check-knowledge.ts';
import { crossCheck } from './cross-check.ts';
import { listLinks, listNames, stampOf } from './folder.ts';
import { leadsOut } from './leads-out.ts';
import { loadCandidate } from './load-candidate.ts';
import { type KnowledgeRead, loadContent } from './load-content.ts';
import { loadTemplates } from './load-templates.ts';

export interface Places {
  /** The candidate's folder. */
  dir: string;
  /** Where `content/` and `templates/` of the program are. */
  root: string;
  /** Paths are shown relative to it. */
  cwd: string;
}

/** What was read of the knowledge the last time, for a process that reads again and again; empty at first. */
export interface Kept {
  /** The state of the files that it was read from. */
  stamp?: string;
  content?: KnowledgeRead;
  /** Its own faults by the company's scale, which formulas are evaluated at. */
  checked?: Map<string, Diagnostic[]>;
}

/**
 * Reads everything. Throws InputError when anything is faulty; the warnings come back beside the inputs.
 * `checkTemplates` knows what a template may ask for, so that its faults are reported in the same run. With `kept`, the
 * knowledge is not read again while none of its files has changed.
 */
export function loadInputs(
  places: Places,
  clock: string,
  checkTemplates: (templates: Inputs['templates']) => Diagnostic[] = () => [],
  kept: Kept = {},
): { inputs: Inputs; warnings: Diagnostic[] } {
  const { dir, root, cwd } = places;
  const name = basename(dir);
  if (!isFolder(dir) || !idPattern.test(name)) throw new InputError([folderFault(dir, cwd)]);
  const blocked: Diagnostic[] = [];
  const overlay = (folder: string) => {
    const path = join(dir, folder);
    const { diagnostics } = listNames(path, relative(cwd, path) || path);
    blocked.push(...diagnostics);
    if (!isFolder(path) || diagnostics.length > 0) return undefined;
    const links = [path, ...listLinks(path)].flatMap((p) => leadsOut(p, dir, relative(cwd, p) || p) ?? []);
    blocked.push(...links);
    return links.length === 0 ? path : undefined;
  };
  const candidate = loadCandidate(dir, cwd);
  const content = keptContent(kept, join(root, 'content'), overlay('content'), cwd);
  const templates = loadTemplates(join(root, 'templates'), overlay('templates'), cwd);
  const diagnostics = [
    ...candidate.diagnostics,
    ...content.diagnostics,
    ...templates.diagnostics,
    ...checkTemplates(templates.templates),
    ...blocked,
  ];
  const { profile, loop, interviewers, sources } = candidate;
  const { knowledge } = content;
  if (knowledge) diagnostics.push(...keptChecks(kept, knowledge, content, loop?.company.scale ?? {}));
  const { interviewerIds } = candidate;
  diagnostics.push(
    ...crossCheck({ ...candidate.drafts, interviewers, interviewerIds, knowledge, sources, today: clock }),
  );
  const tidy = tidyDiagnostics(diagnostics);
  if (!profile || !loop || !knowledge || hasErrors(tidy)) throw new InputError(tidy);
  return {
    inputs: {
      name,
      profile,
      loop,
      interviewers,
      knowledge,
      templates: templates.templates,
      today: loop.asOf ?? clock,
    },
    warnings: tidy,
  };
}

function keptContent(kept: Kept, base: string, overlay: string | undefined, cwd: string): KnowledgeRead {
  const stamp = stampOf(base, overlay);
  if (kept.content && kept.stamp === stamp) return kept.content;
  const content = loadContent(base, overlay, cwd);
  Object.assign(kept, { stamp, content, checked: new Map() });
  return content;
}

function keptChecks(
  kept: Kept,
  knowledge: Knowledge,
  content: KnowledgeRead,
  scale: Record<string, string>,
): Diagnostic[] {
  const at = JSON.stringify(scale);
  const known = kept.checked?.get(at);
  if (known) return known;
  const found = [...checkKnowledge(knowledge, content), ...checkFormulas(knowledge, content, scale)];
  kept.checked?.set(at, found);
  return found;
}

function folderFault(dir: string, cwd: string): Diagnostic {
  const shown = relative(cwd, dir) || dir;
  const missing = !isFolder(dir);
  return {
    severity: 'error',
    file: shown,
    line: 1,
    column: 1,
    found: missing ? (existsSync(dir) ? 'a file' : 'no such folder') : `the folder name "${basename(dir)}"`,
    expected: missing
      ? "a candidate's folder with profile.yaml and loop.yaml"
      : 'a name of lower-case letters, digits and inner hyphens',
    mend: missing
      ? 'Make one with "panelprep init <dir>", or copy data/sample and change it.'
      : 'Rename the folder; it names the site.',
  };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
