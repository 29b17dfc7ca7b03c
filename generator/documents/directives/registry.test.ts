import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { blockDirectives, textDirectives } from './registry.ts';

const contributing = readFileSync(new URL('../../../CONTRIBUTING.md', import.meta.url), 'utf8');

test('CONTRIBUTING lists every block directive, and none that does not exist', () => {
  const listed = [...contributing.matchAll(/^\| (`::.*?) \|/gm)]
    .flatMap((row) => [...(row[1] ?? '').matchAll(/`::([a-z-]+)`/g)])
    .map((m) => m[1]);
  expect(listed.sort()).toEqual(Object.keys(blockDirectives).sort());
});

test('CONTRIBUTING lists every text directive', () => {
  for (const name of Object.keys(textDirectives)) expect(contributing).toContain(`\`:${name}\``);
});
