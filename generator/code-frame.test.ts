import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { codeFrame, maskPrivate } from './code-frame.ts';
import { printDiagnostics } from './commands/print-diagnostics.ts';
import { candidateFolder, goodProfile } from './fixtures/candidate.ts';

const text = 'name: Ilse\ntarget: { level: stafff }\ngaps: [storage]\nyears: 9\n';

describe('the frame of a fault', () => {
  it('shows the line with a caret and two lines around it', () => {
    expect(codeFrame(text, { line: 2, column: 18 })).toEqual([
      '  1 | name: Ilse',
      '> 2 | target: { level: stafff }',
      '    |                  ^',
      '  3 | gaps: [storage]',
      '  4 | years: 9',
    ]);
  });

  it('points below wide characters, tabs and emoji', () => {
    expect(codeFrame('名前: "😀\t" x', { line: 1, column: 10 })).toEqual([
      '> 1 | 名前: "😀 " x',
      `    | ${' '.repeat(11)}^`,
    ]);
  });

  it('cuts a long line around the place', () => {
    const [line = '', caret = ''] = codeFrame(`${'a'.repeat(500)}!${'b'.repeat(500)}`, {
      line: 1,
      column: 501,
    });
    expect(line.length).toBeLessThan(110);
    expect(line[caret.indexOf('^')]).toBe('!');
  });

  it('obeys no escape code', () => {
    expect(codeFrame('a: \u001b[31mred\u202e', { line: 1, column: 4 })).toEqual([
      '> 1 | a: <U+001B>[31mred<U+202E>',
      '    |    ^',
    ]);
  });

  it('is empty for a place that the text does not have', () => {
    expect(codeFrame('a: b', { line: 9, column: 1 })).toEqual([]);
    expect(codeFrame('', { line: 1, column: 1 })).toEqual([]);
  });
});

describe('what is private', () => {
  const secret = '5550100';
  it.each([
    ['a value', `notes: call ${secret}\nyears: 9`],
    ['a number', `contact: { phone: ${secret} }\nyears: 9`],
    ['a block', `contact:\n  phone: ${secret}\n  email: ${secret}\nyears: 9`],
    ['a folded text', `summary: >\n  I am\n\n  ${secret}\nyears: 9`],
    ['a text in quotes over lines', `notes: "call\nme: ${secret}\nsoon"\nyears: 9`],
    ['a list', `notes:\n- ${secret}\n- b\nyears: 9`],
    ['one line of braces', `{ name: Ilse, notes: ${secret}, years: 9 }`],
    ['braces over lines', `{\n  "name": "Ilse",\n  "notes": "${secret}",\n  "years": 9\n}`],
    ['a quoted key', `"notes": ${secret}\nyears: 9`],
    ['a misspelled key', `nottes: ${secret}\nyears: 9`],
    ['another misspelled key', `phnoe: ${secret}\nyears: 9`],
    ['no blank after the colon', `notes:"${secret}"\nyears: 9`],
    ['a key in question', `? notes\n: ${secret}\nyears: 9`],
    ['a capital', `Notes: ${secret}\nyears: 9`],
  ])('is masked: %s', (_theme, yaml) => {
    const masked = maskPrivate(yaml.split('\n')).join('\n');
    expect(masked).not.toContain(secret);
    expect(masked).toMatch(/\[private\]/);
  });

  it('ends where the next key begins', () => {
    expect(maskPrivate(['notes: |', '  a', 'name: Ilse', 'note: spring', 'years: 9'])).toEqual([
      'notes: [private]',
      '  [private]',
      'name: Ilse',
      'note: spring',
      'years: 9',
    ]);
  });
});

describe('faults on a terminal', () => {
  const dir = candidateFolder({ 'profile.yaml': goodProfile.replace('gaps:', 'gap:') });
  const fault = {
    severity: 'error' as const,
    file: 'profile.yaml',
    line: 3,
    column: 1,
    found: 'the unknown key "gap"',
    expected: '"gaps"',
    mend: 'Did you mean "gaps"?',
  };
  const printed = (interactive: boolean) => {
    const lines: string[] = [];
    const terminal = {
      root: dir,
      cwd: dir,
      env: {},
      today: () => '',
      out: () => {},
      color: pc.createColors(false),
    };
    printDiagnostics({ ...terminal, interactive, err: (line) => lines.push(line) }, [fault]);
    return lines.join('\n').split('\n');
  };

  it('have their lines, and the mend below', () => {
    expect(printed(true)).toEqual([
      'profile.yaml:3:1  error: found the unknown key "gap", expected "gaps"',
      '    1 | name: Ilse Norrgard',
      '    2 | target: { level: staff }',
      '  > 3 | gap: [storage]',
      '      | ^',
      '    4 | confidence: { chat: 3 }',
      '    5 | availability:',
      '    Did you mean "gaps"?',
    ]);
  });

  it('stay plain elsewhere', () => {
    expect(printed(false)).toEqual([
      'profile.yaml:3:1  error: found the unknown key "gap", expected "gaps"',
      '    Did you mean "gaps"?',
    ]);
  });
});
