/** `panelprep plan`: what to do on which day, from one folder or several that share the minutes. */
import { readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { type Diagnostic, InputError } from '../diagnostics.ts';
import type { CardFaces } from '../model/card.ts';
import { type HistoryEvent, type HistoryFile, historyFile } from '../model/history.ts';
import type { Plan, ScheduleSource } from '../model/plan.ts';
import { compose, planFrom, schedule } from '../pipeline.ts';
import { ankiDeck } from '../publish/anki.ts';
import { calendarOf } from '../publish/calendar.ts';
import { usualHour } from '../publish/outputs.ts';
import { planMarkdown } from '../publish/plan-markdown.ts';
import { writeWhole } from '../publish/write-whole.ts';
import { mergeSources } from '../schedule/merge-sources.ts';
import { placesOf } from './build.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import type { Terminal } from './terminal.ts';

export interface PlanOptions {
  today?: string;
  history?: string[];
  json?: boolean;
  /** When a day's first sitting begins in the calendar. */
  at?: string;
  out?: string[];
}

/** Exit code: 0; faulty input, a history that cannot be trusted or an unknown kind of file throws InputError. */
export async function plan(
  terminal: Terminal,
  dirs: readonly string[],
  options: PlanOptions,
): Promise<number> {
  const writers = (options.out ?? []).map((file) => writerFor(terminal, file));
  const packs = await Promise.all(
    dirs.map(async (dir) => {
      const composed = compose(placesOf(terminal, dir), options.today ?? terminal.today());
      printDiagnostics(terminal, composed.warnings);
      return { today: composed.today, ...(await schedule(composed, placesOf(terminal, dir))) };
    }),
  );
  const [first] = packs;
  if (!first) return 2;
  const source = mergeSources(packs.map((p) => p.source));
  const names = packs.map((p) => p.source.name);
  const history = (options.history ?? []).flatMap((file) => readHistory(terminal, file, names));
  const today = options.today ?? first.today;
  const planned = planFrom(source, today, history);
  const faces = new Map(packs.flatMap((p) => p.faces.map((f) => [f.id, f] as const)));
  for (const write of writers)
    write({ source, plan: planned, faces: [...faces.values()], at: options.at ?? usualHour });
  if (options.json) terminal.out(JSON.stringify(planned, null, 1));
  else for (const line of summary(planned)) terminal.out(line);
  return 0;
}

interface Made {
  source: ScheduleSource;
  plan: Plan;
  faces: readonly CardFaces[];
  at: string;
}

const makers: Readonly<Record<string, (made: Made, previous: string | undefined) => string | Uint8Array>> = {
  '.ics': ({ source, plan, at }, previous) => calendarOf(source, plan, { at, previous }),
  '.apkg': ({ source, plan, faces }) => ankiDeck(source, faces, plan),
  '.md': ({ source, plan }) => planMarkdown(source, plan),
  '.json': ({ plan }) => `${JSON.stringify(plan, null, 1)}\n`,
};

/** The file's ending says what is written. It is written beside and renamed, so that it is never half there. */
function writerFor(terminal: Terminal, file: string): (made: Made) => void {
  const make = makers[extname(file)];
  if (!make)
    throw fault(
      file,
      1,
      `the ending "${extname(file)}"`,
      'one of .ics, .apkg, .md, .json',
      'Name the file plan.ics, for one.',
    );
  const path = resolve(terminal.cwd, file);
  return (made) => {
    const content = make(made, textOf(path));
    writeWhole(path, content);
    terminal.err(`Wrote ${file}.`);
  };
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** The events of an exported history; in a plan of several packs their items get the name of the pack they were kept for. */
function readHistory(terminal: Terminal, file: string, names: readonly string[]): HistoryEvent[] {
  const text = textOf(resolve(terminal.cwd, file));
  if (text === undefined) throw fault(file, 1, 'no such file', 'a history that the page exported');
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw fault(
      file,
      1,
      'text that is not complete JSON',
      'a history that the page exported',
      'Export it again.',
    );
  }
  const checked = historyFile.safeParse(raw);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw fault(
      file,
      1,
      `${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'not a history'}`,
      'a history that the page exported',
      'Export it again.',
    );
  }
  return eventsFor(checked.data, file, names);
}

function eventsFor(history: HistoryFile, file: string, names: readonly string[]): HistoryEvent[] {
  if (!names.includes(history.pack))
    throw fault(file, 1, `a history of the pack "${history.pack}"`, `one of ${names.join(', ')}`);
  if (names.length === 1) return history.events;
  const own = (item: string) => (item.startsWith('cards:') ? item : `${history.pack}/${item}`);
  return history.events.map((e) => ('item' in e ? { ...e, item: own(e.item) } : e));
}

function fault(file: string, line: number, found: string, expected: string, mend?: string): InputError {
  const diagnostic: Diagnostic = {
    severity: 'error',
    file,
    line,
    column: 1,
    found,
    expected,
    mend: mend ?? 'Give the file that you meant.',
  };
  return new InputError([diagnostic]);
}

/** The plan on a terminal: the weeks in a line each, the coming days in full. */
function summary(planned: Plan): string[] {
  const percent = (share: number) => `${(share * 100).toFixed(1)}%`;
  const coming = planned.days.filter((d) => d.items.length > 0).slice(0, 7);
  return [
    ...planned.messages,
    ...(planned.days.length === 0
      ? []
      : [
          `${percent(planned.expectedRecall)} expected recall on the day, ${planned.mustKnowBelow70} must-know cards under 70%${
            planned.heaviestDay
              ? `, the heaviest day ${planned.heaviestDay.date} with ${planned.heaviestDay.minutes} minutes`
              : ''
          }.`,
          '',
          'week from    minutes   of  new  reviews  recall on the day, if it ended there',
          ...planned.weeks.map(
            (w) =>
              `${w.from}   ${String(w.minutes).padStart(7)} ${String(w.budget).padStart(4)} ${String(w.fresh).padStart(4)} ${String(w.due).padStart(8)}  ${percent(w.recall)}`,
          ),
        ]),
    ...coming.flatMap((d) => [
      '',
      `${d.date}  ${d.minutes} of ${d.budget} minutes, ${d.phase}`,
      ...d.items.map((i) => `  ${String(i.minutes).padStart(3)} min  ${i.title}`),
    ]),
    ...(planned.cut.length > 0
      ? [
          '',
          `${planned.cut.length} things will not fit; the most important of them:`,
          ...planned.cut.slice(0, 5).map((c) => `  ${c.title}`),
        ]
      : []),
  ];
}
