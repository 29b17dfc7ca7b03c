/** Whatever fails, and whenever the program is killed, the published path shows one whole site. */
import { spawn } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Disk, realDisk } from './disk.ts';
import { swapIn, sweep } from './swap.ts';

const work = mkdtempSync(join(tmpdir(), 'swap-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
let serial = 0;

/** A site in which every file says which version it is of. */
function stage(dir: string, version: string, files = 12): void {
  for (let i = 0; i < files; i += 1) {
    const folder = join(dir, `page-${i % 4}`, `${i}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.html'), version);
  }
}
/** The version that a path shows, when it shows all of one and nothing else. */
function shown(out: string, files = 12): string {
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((n) => n.endsWith('.html'));
  const versions = new Set(names.map((n) => readFileSync(join(out, n), 'utf8')));
  if (names.length !== files || versions.size !== 1)
    return `${names.length} files of ${[...versions].join()}`;
  return [...versions][0] ?? '';
}
function place(): { staging: string; out: string; parent: string } {
  serial += 1;
  const parent = join(work, String(serial));
  return { parent, staging: join(work, `staging-${serial}`), out: join(parent, 'site') };
}
function publish(at: { staging: string; out: string }, version: string, disk: Disk = realDisk): void {
  rmSync(at.staging, { recursive: true, force: true });
  stage(at.staging, version);
  swapIn(at.staging, at.out, disk);
}
/** A disk whose nth call fails, and so many after it. */
function failing(nth: number, code: string, more = 0): { disk: Disk; calls: () => number } {
  let calls = 0;
  const wrap =
    <A extends unknown[]>(call: (...args: A) => void) =>
    (...args: A) => {
      calls += 1;
      if (calls >= nth && calls <= nth + more) throw Object.assign(new Error(code), { code });
      call(...args);
    };
  const disk: Disk = {
    makeFolder: wrap(realDisk.makeFolder),
    copy: wrap(realDisk.copy),
    rename: wrap(realDisk.rename),
    remove: wrap(realDisk.remove),
    link: wrap(realDisk.link),
    flush: wrap(realDisk.flush),
    flushNames: wrap(realDisk.flushNames),
  };
  return { disk, calls: () => calls };
}

/** The code of the fault that it throws. */
function faultOf(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}

it('shows the new site and leaves nothing else', () => {
  const at = place();
  publish(at, 'one');
  expect(shown(at.out)).toBe('one');
  publish(at, 'two');
  expect(shown(at.out)).toBe('two');
  expect(readdirSync(at.parent).sort()).toEqual(['.site.2', 'site']);
  expect(existsSync(at.staging)).toBe(false);
});

it('takes the place of a plain folder', () => {
  const at = place();
  stage(at.out, 'by hand');
  publish(at, 'one');
  expect(shown(at.out)).toBe('one');
  expect(lstatSync(at.out).isSymbolicLink()).toBe(true);
  expect(readdirSync(at.parent).sort()).toEqual(['.site.1', 'site']);
});

it('touches nothing else of the folder that the site lies in', () => {
  const at = place();
  mkdirSync(at.parent, { recursive: true });
  // Where such a name leads nowhere, opening it fails.
  symlinkSync('nowhere', join(at.parent, 'somebody else’s'));
  publish(at, 'one');
  expect(shown(at.out)).toBe('one');
});

it('sweeps only what is its own', () => {
  const at = place();
  publish(at, 'one');
  for (const name of ['.site.9', '.sites.3', '.other.1', '.site.notes']) mkdirSync(join(at.parent, name));
  symlinkSync('.site.9', join(at.parent, '.site.link'));
  sweep(at.out);
  expect(readdirSync(at.parent).sort()).toEqual(['.other.1', '.site.1', '.site.notes', '.sites.3', 'site']);
});

describe.each(['EIO', 'ENOSPC', 'EMFILE'])('with %s at any call', (code) => {
  it('the old site stays and nothing is left beside it; or the new one is there, and the next run sweeps', () => {
    const count = place();
    publish(count, 'old');
    const counted = failing(0, code);
    publish(count, 'new', counted.disk);
    expect(counted.calls()).toBeGreaterThan(6);
    for (let nth = 1; nth <= counted.calls(); nth += 1) {
      const at = place();
      publish(at, 'old');
      const failed = faultOf(() => publish(at, 'new', failing(nth, code).disk));
      // Only sweeping comes after the new site is shown.
      expect(failed, `call ${nth}`).toBe(nth > counted.calls() - 2 ? undefined : code);
      expect(shown(at.out), `call ${nth}`).toBe(failed ? 'old' : 'new');
      if (failed) {
        expect(readdirSync(at.parent).sort(), `call ${nth}`).toEqual(['.site.1', 'site']);
        expect(existsSync(at.staging), `call ${nth}`).toBe(false);
      }
      publish(at, 'newer');
      expect(shown(at.out)).toBe('newer');
      expect(readdirSync(at.parent)).toHaveLength(2);
    }
  });

  it('from any call on, the old site or the new one is whole, and the first fault is told', () => {
    for (let nth = 1; nth <= 12; nth += 1) {
      const at = place();
      publish(at, 'old');
      const failed = faultOf(() => publish(at, 'new', failing(nth, code, Number.POSITIVE_INFINITY).disk));
      expect([undefined, code], `call ${nth}`).toContain(failed);
      expect(['old', 'new'], `call ${nth}`).toContain(shown(at.out));
      publish(at, 'newer');
      expect(readdirSync(at.parent)).toHaveLength(2);
    }
  });

  it('a first site is shown whole or not at all', () => {
    for (let nth = 1; nth <= 8; nth += 1) {
      const at = place();
      const failed = faultOf(() => publish(at, 'first', failing(nth, code).disk));
      if (failed) expect(existsSync(at.parent) ? readdirSync(at.parent) : [], `call ${nth}`).toEqual([]);
      else expect(shown(at.out)).toBe('first');
    }
  });

  it('a plain folder is never lost', () => {
    for (let nth = 1; nth <= 12; nth += 1) {
      const at = place();
      stage(at.out, 'by hand');
      const failed = faultOf(() => publish(at, 'new', failing(nth, code).disk));
      expect(shown(at.out), `call ${nth}`).toBe(failed ? 'by hand' : 'new');
      publish(at, 'newer', failing(99, code).disk);
      expect(shown(at.out)).toBe('newer');
    }
  });
});

it('a hundred kills at random moments never show half a site', async () => {
  const at = place();
  publish(at, 'version 0');
  const script = join(import.meta.dirname, 'fixtures/swap-once.ts');
  let killed = 0;
  for (let i = 1; i <= 100; i += 1) {
    rmSync(at.staging, { recursive: true, force: true });
    stage(at.staging, `version ${i}`);
    const before = shown(at.out);
    const child = spawn(process.execPath, [script, at.staging, at.out], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((done) => child.stdout.once('data', done));
    // Spread over the few milliseconds that it takes: a fresh fraction each time, the same in each run.
    const wait = ((i * 37) % 100) / 12;
    await new Promise((done) => setTimeout(done, wait));
    child.kill('SIGKILL');
    await new Promise<void>((done) => {
      if (child.exitCode !== null || child.signalCode !== null) done();
      else child.once('exit', () => done());
    });
    if (child.signalCode === 'SIGKILL') killed += 1;
    expect([before, `version ${i}`]).toContain(shown(at.out));
  }
  expect(killed).toBeGreaterThan(0);
  publish(at, 'last');
  expect(shown(at.out)).toBe('last');
  expect(readdirSync(at.parent)).toHaveLength(2);
}, 120_000);
