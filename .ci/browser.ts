/**
 * Before the tests: finds Chromium, installs it from Debian's packages where that is allowed, or says in one line how
 * to get it. Browser tests are never skipped.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

function find(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  if (given) return existsSync(given) ? given : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

function install(): void {
  const mayInstall =
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    spawnSync('apt-get', ['--version']).status === 0;
  if (!mayInstall) return;
  console.log('No Chromium found; installing it from the Debian packages …');
  const options = { stdio: 'inherit' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  execFileSync('apt-get', ['update', '-qq'], options);
  execFileSync(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'],
    options,
  );
}

if (!find()) install();
const path = find();
if (path) console.log(`Browser tests use ${path}`);
else {
  console.error(
    'Browser tests need Chromium: run "sudo apt-get install chromium", or set CHROMIUM_PATH to a Chrome or Chromium.',
  );
  process.exitCode = 1;
}
