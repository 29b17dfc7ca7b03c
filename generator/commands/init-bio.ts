/** One interviewer's bio, asked for: pasted, from a file, from an editor, or later. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import * as clack from '@clack/prompts';
import { importBio } from '../inputs/import-bio.ts';
import { checks } from '../inputs/init-answers.ts';
import { answered, askText, type Conversation, Left, streams } from './init-questions.ts';

/** The tidy text without contact data; empty for later. */
export async function askBio(w: Conversation, name: string): Promise<string> {
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
  w: Conversation,
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
