/** The questions of `panelprep init`, one after the other; every answer is handed over as it is given. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import * as clack from '@clack/prompts';
import { importBio } from '../inputs/import-bio.ts';
import {
  checks,
  type DesignRound,
  defaultDate,
  type InitSetting,
  mostDesignRounds,
  nextStart,
  type PartialAnswers,
} from '../inputs/init-answers.ts';
import { levels } from '../model/ids.ts';
import { knownDomains } from '../model/loop.ts';

/** Where the wizard talks. */
export interface Conversation {
  input: Readable & { isTTY?: boolean };
  output: Writable;
  /** The person's editor, as in $EDITOR: a program and its arguments. */
  editor: string | undefined;
  cwd: string;
}

/** Thrown when the person leaves: what was answered is kept. */
export class Left extends Error {}

export interface Wizard extends Conversation, InitSetting {
  answers: PartialAnswers;
  /** Called after every answer, so that nothing is asked twice. */
  keep(answers: PartialAnswers): void;
}

type Step = { isDone(answers: PartialAnswers): boolean; ask(wizard: Wizard): Promise<PartialAnswers> };

const step = (key: keyof PartialAnswers, ask: Step['ask']): Step => ({
  isDone: (answers) => answers[key] !== undefined,
  ask,
});

const steps: readonly Step[] = [
  step('name', async (w) => ({
    name: await askText(w, { message: 'Your name, as it stands on the pack', validate: checks.text }),
  })),
  step('company', async (w) => ({
    company: await askText(w, { message: 'Which company?', validate: checks.text }),
  })),
  step('domain', async (w) => ({ domain: await askDomain(w) })),
  step('dau', async (w) => ({
    dau: await askText(w, {
      message: 'Its daily users: estimates are computed for them (Enter: not known)',
      placeholder: '10M users',
      fallback: '',
      validate: (value) => checks.dau(value, w),
    }),
  })),
  step('date', async (w) => ({
    date: await askText(w, {
      message: 'The interview day',
      placeholder: defaultDate(w.today),
      validate: (value) => checks.date(value, w),
    }),
  })),
  step('timeZone', async (w) => ({
    timeZone: await askText(w, {
      message: "The company's time zone (Enter: yours)",
      placeholder: w.timeZone,
      fallback: w.timeZone,
      validate: (value) => checks.timeZone(value, w),
    }),
  })),
  step('designRounds', async (w) => ({
    designRounds: await askNumber(w, 'How many system design rounds?', 2, checks.designRounds),
  })),
  {
    isDone: ({ rounds = [], designRounds = mostDesignRounds }) => rounds.length >= designRounds,
    ask: async (w) => ({ rounds: [...(w.answers.rounds ?? []), await askRound(w)] }),
  },
  {
    isDone: (answers) => withoutBio(answers) === undefined,
    ask: async (w) => {
      const name = withoutBio(w.answers) ?? '';
      return { bios: { ...w.answers.bios, [name]: await askBio(w, name) } };
    },
  },
  step('level', async (w) => ({
    level: await answered(
      clack.select({
        ...streams(w),
        message: 'The level you interview for',
        options: levels.map((value) => ({ value, label: value })),
        initialValue: levels[1],
      }),
    ),
  })),
  step('gaps', async (w) => ({
    gaps: await answered(
      clack.multiselect({
        ...streams(w),
        message: 'Where do you feel weak? (Space picks, Enter goes on; none is fine)',
        options: w.knowledge.lenses.map(({ id, title }) => ({ value: id, label: title })),
        required: false,
        maxItems: 10,
      }),
    ),
  })),
  step('minutes', async (w) => ({
    minutes: await askNumber(w, 'How many minutes a week can you prepare?', 300, checks.minutes),
  })),
];

/** Asks what is not answered yet. Throws Left on Ctrl+C. */
export async function askAll(wizard: Wizard): Promise<PartialAnswers> {
  let answers = wizard.answers;
  for (const { isDone, ask } of steps)
    while (!isDone(answers)) {
      answers = { ...answers, ...(await ask({ ...wizard, answers })) };
      wizard.keep(answers);
    }
  return answers;
}

/** Whether to go on with the answers of last time. */
export async function askResume(conversation: Conversation, given: number): Promise<boolean> {
  return answered(
    clack.confirm({
      ...streams(conversation),
      message: `${given} ${given === 1 ? 'answer is' : 'answers are'} here from last time. Go on from there?`,
    }),
  );
}

export function streams({ input, output }: Conversation) {
  return { input, output };
}

async function answered<T>(question: Promise<T | typeof clack.CANCEL_SYMBOL>): Promise<T> {
  const answer = await question;
  if (isLeft(answer)) throw new Left();
  return answer;
}

function isLeft<T>(answer: T | typeof clack.CANCEL_SYMBOL): answer is typeof clack.CANCEL_SYMBOL {
  return clack.isCancel(answer);
}

interface TextQuestion {
  message: string;
  placeholder?: string;
  /** What Enter alone means. */
  fallback?: string;
  validate(value: string): string | undefined;
}

async function askText(
  w: Conversation,
  { message, placeholder, fallback, validate }: TextQuestion,
): Promise<string> {
  const text = await answered(
    clack.text({
      ...streams(w),
      message,
      ...(placeholder === undefined ? {} : { placeholder }),
      ...(fallback === undefined ? {} : { defaultValue: fallback }),
      validate: (value = '') =>
        value.trim() === '' && fallback !== undefined ? undefined : validate(value.trim()),
    }),
  );
  return text.trim();
}

async function askNumber(
  w: Wizard,
  message: string,
  usual: number,
  check: (value: number) => string | undefined,
): Promise<number> {
  const text = await askText(w, {
    message,
    placeholder: String(usual),
    fallback: String(usual),
    validate: (value) => check(Number(value === '' ? Number.NaN : value)),
  });
  return Number(text);
}

async function askDomain(w: Wizard): Promise<string> {
  const known = await answered(
    clack.select({
      ...streams(w),
      message: 'What does it do? The guide bends to it',
      options: [
        ...knownDomains.map((value): { value: string; label: string } => ({ value, label: value })),
        { value: '', label: 'none of these' },
      ],
      maxItems: 10,
    }),
  );
  return known;
}

async function askRound(w: Wizard): Promise<DesignRound> {
  const before = w.answers.rounds ?? [];
  const count = w.answers.designRounds ?? 1;
  const which = count === 1 ? 'the design round' : `design round ${before.length + 1}`;
  const usual = { start: nextStart(before), minutes: before.at(-1)?.minutes ?? 55 };
  for (;;) {
    const start = await askText(w, {
      message: `When does ${which} start?`,
      placeholder: usual.start,
      fallback: usual.start,
      validate: (value) =>
        checks.start(value) ?? checks.rounds([...before, { start: value, minutes: 15, interviewers: [] }], w),
    });
    const minutes = await askNumber(w, 'How many minutes does it last?', usual.minutes, checks.roundMinutes);
    const fault = checks.rounds([...before, { start, minutes, interviewers: [] }], w);
    if (fault === undefined) {
      const names = await askText(w, {
        message: 'Who interviews? Names with commas between (Enter: not known yet)',
        placeholder: 'Ada Example, Bo Example',
        fallback: '',
        validate: () => undefined,
      });
      return { start, minutes, interviewers: namesIn(names) };
    }
    clack.log.error(fault, streams(w));
  }
}

/** Names with commas between, each once. */
export function namesIn(text: string): string[] {
  const names = text.split(',').map((name) => name.replace(/\s+/g, ' ').trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

/** The next interviewer whose bio was not asked for. */
function withoutBio({ rounds = [], bios = {} }: PartialAnswers): string | undefined {
  return rounds.flatMap((round) => round.interviewers).find((name) => !Object.hasOwn(bios, name));
}

async function askBio(w: Wizard, name: string): Promise<string> {
  for (;;) {
    const how = await answered(
      clack.select({
        ...streams(w),
        message: `The bio of ${name}`,
        options: [
          { value: 'paste', label: 'paste it here' },
          { value: 'file', label: 'from a file', hint: 'text, saved page, PDF' },
          ...(w.editor ? [{ value: 'editor', label: `in ${basename(w.editor.split(' ')[0] ?? '')}` }] : []),
          { value: 'later', label: 'later' },
        ],
      }),
    );
    if (how === 'later') return '';
    const bytes = await bytesOf(w, how, name);
    if (bytes === undefined) continue;
    const read = await importBio(bytes.bytes, bytes.shown, { name });
    if (read.ok) {
      for (const note of read.bio.notes) clack.log.info(note, streams(w));
      return read.bio.text;
    }
    const { found, expected, mend } = read.diagnostic;
    clack.log.error(`Found ${found}, expected ${expected}. ${mend}`, streams(w));
  }
}

async function bytesOf(
  w: Wizard,
  how: string,
  name: string,
): Promise<{ bytes: Uint8Array; shown: string } | undefined> {
  if (how === 'file') {
    const path = await askText(w, { message: 'Which file?', validate: checks.text });
    try {
      return { bytes: readFileSync(resolve(w.cwd, path)), shown: path };
    } catch {
      clack.log.error(`${path} cannot be read.`, streams(w));
      return undefined;
    }
  }
  const text = how === 'editor' ? edit(w.editor ?? '', name) : await pasted(w);
  return { bytes: Buffer.from(text), shown: 'the pasted text' };
}

/** Lines up to one with a single dot. Read in raw mode: a terminal's own line editing cuts lines at 4,095 characters. */
function pasted(w: Conversation): Promise<string> {
  clack.log.message('Paste it, then a line with a single dot:', streams(w));
  return new Promise((done, fail) => {
    const lines: string[] = [];
    const reader = createInterface({
      input: w.input,
      output: w.output,
      terminal: w.input.isTTY === true,
      historySize: 0,
    });
    let isOver = false;
    const finish = (end: () => void) => {
      if (isOver) return;
      isOver = true;
      reader.close();
      end();
    };
    reader.on('line', (line) => {
      if (line.trim() === '.') finish(() => done(lines.join('\n')));
      else lines.push(line);
    });
    reader.on('SIGINT', () => finish(() => fail(new Left())));
    reader.on('close', () => finish(() => done(lines.join('\n'))));
  });
}

/** What the person writes in their editor; empty when it fails. */
function edit(editor: string, name: string): string {
  const hint = `Replace this line with the bio of ${name}.`;
  const folder = mkdtempSync(join(tmpdir(), 'panelprep-'));
  const file = join(folder, 'bio.md');
  try {
    writeFileSync(file, `${hint}\n`);
    const [program = '', ...args] = editor.split(/\s+/);
    spawnSync(program, [...args, file], { stdio: 'inherit' });
    return readFileSync(file, 'utf8').replace(hint, '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
