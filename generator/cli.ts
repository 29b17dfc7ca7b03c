#!/usr/bin/env node
/** Arguments, printing, exit codes: the only user of process and console. Commands are imported when they are called. */
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Command, CommanderError, Option } from 'commander';
import pc from 'picocolors';
import { sayOsFault } from './commands/os-fault.ts';
import { printDiagnostics } from './commands/print-diagnostics.ts';
import type { Terminal } from './commands/terminal.ts';
import { InputError } from './diagnostics.ts';
import { levels } from './model/ids.ts';

const root = resolve(import.meta.dirname, '..');
/** Paths are those of where the command was typed; npm keeps that in INIT_CWD. */
const cwd = process.env.INIT_CWD ?? process.cwd();

// Whoever reads our lines may stop in the middle: "panelprep plan data/me | head".
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault;
  process.exit(0);
});

const terminal: Terminal = {
  root,
  cwd,
  env: process.env,
  today: () => new Date().toLocaleDateString('sv-SE'),
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  interactive: process.stderr.isTTY === true && process.env.NO_COLOR === undefined,
  color: pc.createColors(process.stdout.isTTY === true && process.env.NO_COLOR === undefined),
};

async function main(): Promise<number> {
  const program = new Command('panelprep')
    .description(
      'Turns who you are, who will interview you and when into a prep pack for system design interviews.',
    )
    .exitOverride()
    .showSuggestionAfterError();
  let code = 0;
  const isoDate = (value: string) => {
    // Date.parse takes February 30 for March 2, so the day must come out as it went in.
    const time = Date.parse(`${value}T00:00:00Z`);
    if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value)
      throw new CommanderError(2, 'panelprep.date', `found "${value}", expected a date as YYYY-MM-DD`);
    return value;
  };

  const clockTime = (value: string) => {
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(value))
      throw new CommanderError(2, 'panelprep.time', `found "${value}", expected a time of day as HH:MM`);
    return value;
  };

  // Both, so that neither is the default: without a flag it stays as it was.
  const keeping = 'let browsers keep a copy for offline use';
  const dropping = 'have browsers drop their copy, now and at later builds';
  program
    .command('build <dir>')
    .description('make the pack and the site')
    .option('--out <dir>', 'where the site goes (dist/<name>)')
    .option('--today <date>', 'the day that everything is computed for', isoDate)
    .option('--offline', keeping)
    .option('--no-offline', dropping)
    .option('--force', 'build though nothing has changed')
    .action(async (dir, options) => {
      code = await (await import('./commands/build.ts')).build(terminal, dir, options);
    });
  const serving = (name: string, description: string) =>
    program
      .command(`${name} [dir]`)
      .description(description)
      .option('--port <number>', 'port', '4321')
      .option('--out <dir>', 'where the site goes (dist/<name>)')
      .option('--today <date>', 'the day that everything is computed for', isoDate)
      .option('--offline', keeping)
      .option('--no-offline', dropping);
  serving('serve', 'build when needed and serve on 127.0.0.1').action(async (dir, options) => {
    code = await (await import('./commands/serve.ts')).serve(terminal, dir ?? 'data/sample', options);
  });
  serving('dev', 'serve, and show what you edit in the open page at once').action(async (dir, options) => {
    code = await (await import('./commands/dev.ts')).dev(terminal, dir ?? 'data/sample', options);
  });
  program
    .command('check <dir>')
    .description('validate inputs and knowledge, evaluate every formula, measure every sheet, lint the pack')
    .option('--today <date>', 'the day that everything is computed for', isoDate)
    .option('--sheets', 'how large each full sheet is')
    .option('--json', 'machine-readable')
    .action(async (dir, options) => {
      code = await (await import('./commands/check.ts')).check(terminal, dir, options);
    });
  program
    .command('plan <dirs...>')
    .description('what to do on which day; several folders share the minutes')
    .option('--today <date>', 'the day to plan from', isoDate)
    .option('--history <file...>', 'histories that the page exported')
    .option('--out <file...>', 'write it: .ics, .apkg, .md or .json by the ending')
    .option('--at <time>', "when a day's first sitting begins in the calendar", clockTime)
    .option('--json', 'machine-readable')
    .action(async (dirs, options) => {
      code = await (await import('./commands/plan.ts')).plan(terminal, dirs, options);
    });
  program
    .command('export <dir>')
    .description('the pack as a folder of Markdown, for Obsidian or any editor')
    .option('--to <folder>', 'where to (dist/<name>-markdown)')
    .option('--pdf', "the cheat sheets as PDF too, by this machine's Chromium")
    .addOption(new Option('--paper <size>', 'of the PDF files').choices(['A4', 'Letter']).default('A4'))
    .option('--today <date>', 'the day that everything is computed for', isoDate)
    .action(async (dir, options) => {
      code = await (await import('./commands/export.ts')).exportPack(terminal, dir, options);
    });
  program
    .command('read <file>')
    .description('one bio as a reading')
    .option('--explain', 'what each signal contributed, and why')
    .option('--json', 'machine-readable')
    .action(async (file, options) => {
      code = await (await import('./commands/read.ts')).read(terminal, file, options);
    });
  program
    .command('estimate <formula>')
    .description('one calculation: "100M writes/day * 3"')
    .option('--in <unit>', 'the unit to say it in')
    .option('--json', 'machine-readable')
    .action(async (formula, options) => {
      code = await (await import('./commands/estimate.ts')).printEstimate(terminal, formula, options);
    });
  program
    .command('diff <dirA> <dirB>')
    .description('what changes between two packs')
    .option('--today <date>', 'the day that everything is computed for', isoDate)
    .option('--json', 'machine-readable')
    .action(async (a, b, options) => {
      code = await (await import('./commands/diff.ts')).diff(terminal, a, b, options);
    });

  const imports = program.command('import').description('take over a bio or a résumé that you have');
  imports
    .command('bio <file>')
    .description('text, Markdown, a saved page or a PDF as interviewers/<id>.md; "-" reads what is pasted')
    .requiredOption('--to <dir>', "the candidate's folder")
    .option('--id <id>', 'the file name, without .md')
    .option('--name <name>', 'whose bio it is')
    .option('--role <role>', 'their role')
    .option('--company <company>', 'where they work')
    .option('--force', 'replace a file that exists')
    .action(async (file, options) => {
      const stdin = () => buffer(process.stdin);
      code = await (await import('./commands/import.ts')).importBioFile(terminal, file, options, stdin);
    });
  imports
    .command('resume <json>')
    .description('a JSON Resume as profile.yaml')
    .requiredOption('--to <dir>', "the candidate's folder")
    .addOption(new Option('--level <level>', 'the level you interview for').choices(levels))
    .option('--force', 'replace profile.yaml, keeping what no résumé knows')
    .action(async (file, options) => {
      code = await (await import('./commands/import.ts')).importResumeFile(terminal, file, options);
    });
  program
    .command('init <dir>')
    .description("a new candidate's folder: asks on a terminal, else takes flags and defaults")
    .option('--yes', 'ask nothing')
    .option('--force', 'replace profile.yaml and loop.yaml')
    .option('--name <name>', 'your name')
    .option('--company <name>', 'the company')
    .option('--domain <domain>', 'what it does: ai-lab, payments, …')
    .option('--dau <users>', 'its daily users: "10M users"')
    .option('--date <date>', 'the interview day')
    .option('--zone <zone>', "the company's time zone (this machine's)")
    .option('--design-rounds <number>', 'system design rounds')
    .option('--start <time>', 'when the first one starts: 10:00')
    .option('--length <minutes>', 'how long each lasts')
    .option('--interviewers <names>', '"Ada Example, Bo Example; Cy Example": ";" parts rounds')
    .option('--level <level>', 'the level you interview for')
    .option('--gaps <lenses>', 'where you are weak: storage,consistency')
    .option('--minutes <number>', 'minutes a week to prepare')
    .action(async (dir, options) => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      const { stdin: input, stdout: output } = process;
      const editor = process.env.VISUAL ?? process.env.EDITOR;
      const talk = input.isTTY && output.isTTY ? { input, output, editor, cwd, timeZone } : { timeZone };
      code = await (await import('./commands/init.ts')).init(terminal, dir, options, talk);
    });

  try {
    await program.parseAsync();
    return code;
  } catch (fault) {
    return report(fault);
  }
}

/** 0 done · 1 not fit to be published, or the system would not have it written · 2 faulty input · 3 another build is running · 70 our bug. */
function report(fault: unknown): number {
  if (fault instanceof CommanderError) {
    if (fault.exitCode === 0) return 0;
    if (fault.code === 'panelprep.date') terminal.err(`--today: ${fault.message}`);
    return 2;
  }
  if (fault instanceof InputError) {
    printDiagnostics(terminal, fault.diagnostics);
    const errors = fault.diagnostics.filter((d) => d.severity === 'error').length;
    terminal.err(`\n${errors} ${errors === 1 ? 'fault' : 'faults'} to mend; nothing was written.`);
    return 2;
  }
  if (fault instanceof Error && (fault.name === 'LockedError' || fault.name === 'SiteError')) {
    terminal.err(fault.message);
    return fault.name === 'LockedError' ? 3 : 1;
  }
  const told = sayOsFault(fault);
  if (told !== undefined) {
    terminal.err(told);
    return 1;
  }
  terminal.err(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
  terminal.err(
    '\nThis is a bug in Panelprep, not in your files. Please report it with the lines above; the published site is as it was.',
  );
  return 70;
}

process.exitCode = await main();
