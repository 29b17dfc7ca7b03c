/** `panelprep init`: a new candidate's folder, from a short conversation or from flags and defaults. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import * as clack from '@clack/prompts';
import { type Diagnostic, formatDiagnostic, InputError } from '../diagnostics.ts';
import { idOf } from '../inputs/describe-value.ts';
import {
  checks,
  type InitSetting,
  initAnswers,
  type PartialAnswers,
  withDefaults,
} from '../inputs/init-answers.ts';
import { initFiles } from '../inputs/init-files.ts';
import { loadInputs } from '../inputs/load.ts';
import { loadContent } from '../inputs/load-content.ts';
import { suggest } from '../inputs/nearest.ts';
import { writeCandidate } from '../inputs/write-candidate.ts';
import { idPattern, lensId, lensIds, level, levels } from '../model/ids.ts';
import { type Conversation, Left, streams } from './init-questions.ts';
import { askAll, askResume, namesIn } from './init-wizard.ts';
import type { Terminal } from './terminal.ts';

/** What stands on the command line, as typed. */
export interface InitFlags {
  yes?: boolean;
  force?: boolean;
  name?: string;
  company?: string;
  domain?: string;
  dau?: string;
  date?: string;
  zone?: string;
  designRounds?: string;
  start?: string;
  length?: string;
  interviewers?: string;
  level?: string;
  gaps?: string;
  minutes?: string;
}

/** Where a half-finished conversation waits. */
const stateFile = '.init.json';

/** Without a conversation (no terminal) it is as with --yes. Exit code: 0 done, 2 a faulty flag, 130 left by Ctrl+C. */
export async function init(
  terminal: Terminal,
  shown: string,
  flags: InitFlags,
  conversation: (Conversation & { timeZone: string }) | { timeZone: string },
): Promise<number> {
  const dir = resolve(terminal.cwd, shown);
  requireFreshFolder(dir, shown, flags.force === true);
  const { knowledge, diagnostics } = loadContent(resolve(terminal.root, 'content'), undefined, terminal.cwd);
  if (!knowledge) throw new InputError(diagnostics);
  const setting: InitSetting = { today: terminal.today(), timeZone: conversation.timeZone, knowledge };
  const { given, faults } = answersOf(flags, setting);
  if (faults.length > 0) {
    for (const fault of faults) terminal.err(fault);
    terminal.err('\nNothing was written.');
    return 2;
  }
  let answers = given;
  if (!flags.yes && 'input' in conversation) {
    try {
      answers = await talk(terminal, dir, shown, { ...conversation, ...setting, answers: given });
    } catch (fault) {
      if (!(fault instanceof Left)) throw fault;
      const isKept = existsSync(join(dir, stateFile));
      const command = `panelprep init ${shown}`;
      clack.cancel(
        isKept ? `Your answers are kept. Go on with: ${command}` : 'Nothing was written.',
        streams(conversation),
      );
      return 130;
    }
  } else if (!flags.yes)
    terminal.err('No terminal to ask on: the folder is made from the flags and defaults, as with --yes.');

  const complete = withDefaults(answers, setting);
  const files = initFiles(complete, { lenses: knowledge.lenses, timeZone: setting.timeZone });
  writeCandidate(dir, withoutBios(files, dir), { force: flags.force === true, cwd: terminal.cwd });
  mkdirSync(join(dir, 'interviewers'), { recursive: true });
  rmSync(join(dir, stateFile), { force: true });
  requireInOrder(terminal, dir);
  sayNext(terminal, shown, Object.keys(files));
  return 0;
}

async function talk(
  terminal: Terminal,
  dir: string,
  shown: string,
  wizard: Conversation & InitSetting & { answers: PartialAnswers },
): Promise<PartialAnswers> {
  const at = streams(wizard);
  clack.intro(`A prep pack in ${shown}`, at);
  clack.log.message('Ctrl+C leaves; what you answered is kept.', at);
  const before = stateOf(dir);
  const isResumed = Object.keys(before).length > 0 && (await askResume(wizard, Object.keys(before).length));
  const answers = await askAll({
    ...wizard,
    answers: { ...(isResumed ? before : {}), ...wizard.answers },
    keep: (kept) =>
      writeCandidate(dir, { [stateFile]: `${JSON.stringify(kept)}\n` }, { force: true, cwd: terminal.cwd }),
  });
  clack.outro('That is all.', at);
  return answers;
}

/** The answers of last time; none when the file was damaged. */
function stateOf(dir: string): PartialAnswers {
  const path = join(dir, stateFile);
  return existsSync(path) ? answersIn(readFileSync(path, 'utf8')) : {};
}

function answersIn(json: string): PartialAnswers {
  try {
    const parsed = initAnswers.partial().safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}

/** A bio that is there already is never replaced by an empty one. */
function withoutBios(files: Readonly<Record<string, string>>, dir: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).filter(
      ([path, text]) =>
        !(path.startsWith('interviewers/') && text.endsWith('---\n') && existsSync(join(dir, path))),
    ),
  );
}

function requireFreshFolder(dir: string, shown: string, force: boolean): void {
  const fail = (found: string, expected: string, mend: string) => {
    const diagnostic: Diagnostic = {
      severity: 'error',
      file: shown,
      line: 1,
      column: 1,
      found,
      expected,
      mend,
    };
    return new InputError([diagnostic]);
  };
  const name = basename(dir);
  if (!idPattern.test(name))
    throw fail(
      `the folder name "${name}"`,
      'a name of lower-case letters, digits and inner hyphens',
      `It names the site. Write ${idOf(name) ?? 'data/me'}.`,
    );
  const stat = statSync(dir, { throwIfNoEntry: false });
  if (stat && !stat.isDirectory()) throw fail('a file', 'a new folder', 'Choose another name.');
  const inside = stat ? readdirSync(dir).filter((entry) => entry !== stateFile && entry !== '.DS_Store') : [];
  if (inside.length > 0 && !force)
    throw fail(
      `a folder that holds ${inside.slice(0, 3).join(', ')}${inside.length > 3 ? ', …' : ''}`,
      'a new or empty folder',
      'Choose another name, or add --force to replace profile.yaml and loop.yaml.',
    );
}

/** Flags as answers; a fault names its flag. */
function answersOf(flags: InitFlags, setting: InitSetting): { given: PartialAnswers; faults: string[] } {
  const faults: string[] = [];
  const given: PartialAnswers = {};
  const take = <T>(
    flag: string,
    typed: string | undefined,
    parse: (text: string) => T,
    check: (value: T) => string | undefined,
  ) => {
    if (typed === undefined) return undefined;
    const value = parse(typed.trim());
    const fault = check(value);
    if (fault === undefined) return value;
    faults.push(`--${flag}: found "${typed.slice(0, 40)}". ${fault}`);
    return undefined;
  };
  const same = (text: string) => text;
  given.name = take('name', flags.name, same, checks.text);
  given.company = take('company', flags.company, same, checks.text);
  given.domain = take('domain', flags.domain, same, checks.domain);
  given.dau = take('dau', flags.dau, same, (value) => checks.dau(value, setting));
  given.date = take('date', flags.date, same, (value) => checks.date(value, setting));
  given.timeZone = take('zone', flags.zone, same, (value) => checks.timeZone(value, setting));
  given.designRounds = take('design-rounds', flags.designRounds, numberOf, checks.designRounds);
  const panels = (flags.interviewers ?? '').split(';').map(namesIn);
  const start = take('start', flags.start, same, checks.start) ?? '10:00';
  const minutes = take('length', flags.length, numberOf, checks.roundMinutes) ?? 55;
  if (flags.interviewers !== undefined || flags.start !== undefined || flags.length !== undefined) {
    const named = panels.some((panel) => panel.length > 0) ? panels.length : 0;
    const { rounds } = withDefaults(
      {
        designRounds: given.designRounds ?? Math.max(named, 2),
        rounds: [{ start, minutes, interviewers: [] }],
      },
      setting,
    );
    given.designRounds = rounds.length;
    given.rounds = rounds.map((round, i) => ({ ...round, interviewers: panels[i] ?? [] }));
    if (named > rounds.length)
      faults.push(
        `--interviewers: found ${named} panels, expected at most one a round (--design-rounds ${named}).`,
      );
    const isOvernight = given.rounds.some((round) => round.start < start);
    const fault = isOvernight ? 'The last round passes midnight.' : checks.rounds(given.rounds, setting);
    if (fault && faults.length === 0) faults.push(`--start, --length: ${fault}`);
  }
  const asked = take('level', flags.level, same, (value) =>
    level.safeParse(value).success ? undefined : suggest(value, levels),
  );
  given.level = levels.find((known) => known === asked);
  const wrong = (gaps: readonly string[]) => gaps.find((gap) => !lensId.safeParse(gap).success);
  const gaps = take('gaps', flags.gaps, namesIn, (all) => {
    const gap = wrong(all);
    return gap === undefined ? undefined : `"${gap}" is not a lens. ${suggest(gap, lensIds, 18)}`;
  });
  given.gaps = gaps && lensIds.filter((id) => gaps.includes(id));
  given.minutes = take('minutes', flags.minutes, numberOf, checks.minutes);
  // As JSON, what was not given is absent: it must not hide an answer of last time.
  return { given: answersIn(JSON.stringify(given)), faults };
}

function numberOf(text: string): number {
  return text === '' ? Number.NaN : Number(text);
}

/** What was written is read back: a folder that we would refuse is our bug, not the candidate's. */
function requireInOrder({ root, cwd, today }: Terminal, dir: string): void {
  try {
    loadInputs({ dir, root, cwd }, today());
  } catch (fault) {
    if (!(fault instanceof InputError)) throw fault;
    const own = fault.diagnostics.find((d) => d.severity === 'error' && resolve(cwd, d.file).startsWith(dir));
    if (own) throw new Error(`init wrote a faulty folder: ${formatDiagnostic(own)}`);
  }
}

function sayNext(terminal: Terminal, shown: string, files: readonly string[]): void {
  const { color, out } = terminal;
  const where = relative(terminal.cwd, resolve(terminal.cwd, shown)) || shown;
  out(`Wrote ${where}: ${files.join(', ')}.`);
  out('');
  out('Next:');
  const steps = [
    ['import bio <file> --to', 'a bio from text, a saved page or a PDF'],
    ['check', 'what is missing'],
    ['serve', 'the pack'],
  ];
  for (const [command, what] of steps)
    out(`  npm run panelprep -- ${`${command} ${where}`.padEnd(26 + where.length)}${color.dim(what ?? '')}`);
  out('Everything else can be written by hand: the comments in profile.yaml and loop.yaml say how.');
}
