/** Files that are folders, links, pipes, elsewhere, or nowhere. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { goodLoop, goodProfile } from '../fixtures/candidate.ts';
import { type Files, linesOf } from '../fixtures/faults.ts';

type Change = (dir: string) => void;
const instead =
  (name: string, make: (path: string) => void): Change =>
  (dir) => {
    rmSync(join(dir, name), { recursive: true, force: true });
    make(join(dir, name));
  };
const elsewhere = (path: string): Files => ({ 'loop.yaml': `profile: ${path}\n${goodLoop}` });
/** A pipe that nobody writes to: who reads it waits forever. */
const makePipe = 'mkfifo';
const isRoot = process.getuid?.() === 0;

describe('what stands where a file should be', () => {
  it.each<[string, Change, string[]]>([
    [
      'a folder',
      instead('profile.yaml', (path) => mkdirSync(path)),
      ['profile.yaml:1:1 a folder → a file → Put the file there instead.'],
    ],
    [
      'a folder as a bio',
      instead('interviewers/k-ostrander.md', (path) => mkdirSync(path)),
      ['interviewers/k-ostrander.md:1:1 a folder → a file → Put the file there instead.'],
    ],
    [
      'a link to itself',
      instead('profile.yaml', (path) => symlinkSync(path, path)),
      ['profile.yaml:1:1 a link that leads back to itself → a file → Replace the link by the file.'],
    ],
    [
      'a link to nothing',
      instead('profile.yaml', (path) => symlinkSync('/nowhere/at/all', path)),
      ['profile.yaml:1:1 a link that leads nowhere → a file → Replace the link by the file.'],
    ],
    [
      'a pipe',
      instead('profile.yaml', (path) => execFileSync(makePipe, [path])),
      ['profile.yaml:1:1 a pipe, a socket or a device → a file → Save what it gives as a file.'],
    ],
    [
      'a link to a device',
      instead('loop.yaml', (path) => symlinkSync('/dev/zero', path)),
      [
        "loop.yaml:1:1 a link that leads out of the folder → a file or folder of the candidate's own → Copy there what it leads to, in place of the link.",
      ],
    ],
    [
      'a pipe as a bio',
      instead('interviewers/k-ostrander.md', (path) => execFileSync(makePipe, [path])),
      [
        'interviewers/k-ostrander.md:1:1 a pipe, a socket or a device → a file → Save what it gives as a file.',
      ],
    ],
    [
      'ten megabytes',
      (dir) => truncateSync(join(dir, 'profile.yaml'), 10 * 1024 * 1024),
      ['profile.yaml:1:1 10.0 MB → at most 2 MB of text → Shorten it.'],
    ],
    [
      'a folder that links to itself',
      instead('interviewers', (path) => symlinkSync(path, path)),
      [
        'interviewers:1:1 a link that leads nowhere → a folder → Replace the link by the folder.',
        'loop.yaml:10:20 warning: interviewer "k-ostrander" without a file → interviewers/k-ostrander.md → Create interviewers/k-ostrander.md with the bio; without it the round gets the general guide.',
      ],
    ],
    [
      'a folder that links to nothing',
      instead('interviewers', (path) => symlinkSync('/nowhere/at/all', path)),
      [
        'interviewers:1:1 a link that leads nowhere → a folder → Replace the link by the folder.',
        'loop.yaml:10:20 warning: interviewer "k-ostrander" without a file → interviewers/k-ostrander.md → Create interviewers/k-ostrander.md with the bio; without it the round gets the general guide.',
      ],
    ],
  ])('%s', (_theme, change, expected) => {
    expect(linesOf({}, change)).toEqual(expected);
  });

  it.skipIf(isRoot)('a file that may not be read', () => {
    expect(linesOf({}, (dir) => chmodSync(join(dir, 'profile.yaml'), 0))).toEqual([
      'profile.yaml:1:1 a file that you may not read → a readable file → Allow it: chmod u+r profile.yaml',
    ]);
  });
});

describe('names of files and paths', () => {
  it.each<[string, Files, string[]]>([
    [
      'yml for yaml',
      { 'profile.yaml': null, 'profile.yml': goodProfile },
      [
        'profile.yaml:1:1 no such file → a file profile.yaml → Did you mean "profile.yml"? Rename it to profile.yaml.',
      ],
    ],
    [
      'a capital',
      { 'loop.yaml': null, 'Loop.yaml': goodLoop },
      ['loop.yaml:1:1 no such file → a file loop.yaml → Did you mean "Loop.yaml"? Rename it to loop.yaml.'],
    ],
    [
      'nothing at all',
      { 'profile.yaml': null, 'loop.yaml': null, 'interviewers/k-ostrander.md': null },
      [
        'loop.yaml:1:1 no such file → a file loop.yaml → Create it; README.md shows what stands in it.',
        'profile.yaml:1:1 no such file → a file profile.yaml → Create it; README.md shows what stands in it.',
      ],
    ],
    [
      'a path to nowhere',
      elsewhere('../other/profile.yaml'),
      [
        'loop.yaml:1:10 the profile "../other/profile.yaml": no such file → the path of a profile, from the folder of loop.yaml → Mend the path; leave the key out for ./profile.yaml.',
      ],
    ],
    [
      'a path to a folder',
      elsewhere('interviewers'),
      [
        'loop.yaml:1:10 the profile "interviewers": a folder → the path of a profile, from the folder of loop.yaml → Put the file there instead.',
      ],
    ],
    [
      'a path through a file',
      elsewhere('loop.yaml/profile.yaml'),
      [
        'loop.yaml:1:10 the profile "loop.yaml/profile.yaml": a file where a folder should be → the path of a profile, from the folder of loop.yaml → Mend the path.',
      ],
    ],
    [
      'a path to a device',
      elsewhere('/dev/zero'),
      [
        'loop.yaml:1:10 the profile "/dev/zero": a pipe, a socket or a device → the path of a profile, from the folder of loop.yaml → Save what it gives as a file.',
      ],
    ],
    [
      'a path of five thousand letters',
      elsewhere('x'.repeat(5000)),
      [
        'loop.yaml:1:10 the profile "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…": a path that is too long → the path of a profile, from the folder of loop.yaml → Shorten the path.',
      ],
    ],
    [
      'an empty path',
      elsewhere('""'),
      [
        'loop.yaml:1:10 the profile "": a folder → the path of a profile, from the folder of loop.yaml → Put the file there instead.',
      ],
    ],
    [
      'an address',
      elsewhere('https://example.org/profile.yaml'),
      [
        'loop.yaml:1:10 the profile "https://example.org/profile.yaml": no such file → the path of a profile, from the folder of loop.yaml → Mend the path; leave the key out for ./profile.yaml.',
      ],
    ],
    [
      'a path with a NUL',
      elsewhere('"a\\0b"'),
      [
        'loop.yaml:1:10 a control character (U+0000, NUL) → text → Delete its escape, the backslash and what belongs to it.',
        'loop.yaml:1:10 the profile "a<U+0000>b": a path that no file can have → the path of a profile, from the folder of loop.yaml → Mend the path.',
      ],
    ],
  ])('%s', (_theme, files, expected) => {
    expect(linesOf(files)).toEqual(expected);
  });
});
