/**
 * Before the tests: finds Chromium, installs it from Debian's packages where that is allowed, or says in one line how
 * to get it. Browser tests are never skipped.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { findChromium, needsChromium } from '../generator/publish/chromium.ts';

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

if (!findChromium(process.env)) install();
const path = findChromium(process.env);
if (path) console.log(`Browser tests use ${path}`);
else {
  console.error(`Browser tests need Chromium: ${needsChromium}.`);
  process.exitCode = 1;
}
