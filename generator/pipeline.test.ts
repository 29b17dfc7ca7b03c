import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InputError } from './diagnostics.ts';
import { candidateFolder, goodBio, goodLoop, goodProfile, root } from './fixtures/candidate.ts';
import { compose } from './pipeline.ts';

const composed = (files: Parameters<typeof candidateFolder>[0]) => {
  const dir = candidateFolder(files);
  const run = () => compose({ dir, root, cwd: dir }, '2026-11-21');
  return { dir, run };
};

function faultsOf(run: () => unknown): string[] {
  try {
    run();
  } catch (fault) {
    if (fault instanceof InputError)
      return fault.diagnostics.map((d) => `${d.file}:${d.line}:${d.column} ${d.found}`);
    throw fault;
  }
  return [];
}

describe('faults of a candidate, an own template and own knowledge', () => {
  const { dir, run } = composed({
    'profile.yaml': goodProfile.replace('gaps:', 'gap:').replace('Europe/Berlin', 'Europe/Berln'),
    'loop.yaml': goodLoop.replace('"10:00"', '9:30'),
    'interviewers/k-ostrander.md': goodBio.replace('role:', 'rule:'),
    'templates/overview.md': '# Mine\n\n::timline\n',
    'content/numbers.yaml': '- { id: x, what: x, value: "1 ms", source: x, year: soon }\n',
  });

  it('are all reported in one run, sorted by place', () => {
    expect(faultsOf(run)).toEqual([
      'content/numbers.yaml:1:53 "soon" for [1].year',
      'interviewers/k-ostrander.md:3:1 the unknown key "rule"',
      'loop.yaml:8:12 "9:30" for rounds[1].start',
      'profile.yaml:3:1 the unknown key "gap"',
      'profile.yaml:6:13 the unknown time zone "Europe/Berln"',
      'templates/overview.md:3:1 the unknown directive "::timline"',
    ]);
  });

  it('leave nothing behind', () => {
    expect(readdirSync(dirname(dir))).toEqual(['case']);
    expect(readdirSync(dir).sort()).toEqual([
      'content',
      'interviewers',
      'loop.yaml',
      'profile.yaml',
      'templates',
    ]);
  });
});

describe('what only warns', () => {
  const { run } = composed({
    'loop.yaml': goodLoop.replace('2026-12-18', '2020-12-18'),
    'interviewers/k-ostrander.md': '---\nname: Kaj\n---\n',
  });

  it('comes back beside the pack', () => {
    const { pack, warnings } = run();
    expect(warnings.map((w) => `${w.file} ${w.severity}`)).toEqual([
      'interviewers/k-ostrander.md warning',
      'loop.yaml warning',
    ]);
    expect(pack.guides.map((g) => g.general)).toEqual([true]);
  });
});

describe("a candidate's own files", () => {
  it('replace the same path and leave the rest', () => {
    const { run } = composed({ 'templates/overview.md': 'Mine.\n' });
    const { inputs } = run();
    expect(inputs.templates.get('overview')?.text).toBe('Mine.\n');
    expect(inputs.templates.get('guide')?.text).toContain('::questions');
  });
});
