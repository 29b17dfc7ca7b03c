/** Builds the sample once, through the command line as a user would, and serves it to every browser test. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { staticServer } from '../../generator/publish/static-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the served site, without a slash at its end. */
    origin: string;
    /** Folder of the built site. */
    folder: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const work = mkdtempSync(join(tmpdir(), 'panelprep-'));
  // A name of its own, so that a build of the sample beside it is not disturbed.
  const name = `browser-tests-${process.pid}`;
  const candidate = join(work, name);
  const folder = join(work, 'site');
  cpSync(join(root, 'data', 'sample'), candidate, { recursive: true });
  build(root, candidate, folder);
  const server = staticServer(folder);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the test server has no port');
  project.provide('origin', `http://127.0.0.1:${address.port}`);
  project.provide('folder', folder);
  return async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    rmSync(work, { recursive: true, force: true });
    rmSync(join(root, '.panelprep', name), { recursive: true, force: true });
  };
}

function build(root: string, candidate: string, folder: string): void {
  try {
    execFileSync(process.execPath, [join(root, 'generator', 'cli.ts'), 'build', candidate, '--out', folder], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', VITEST: undefined },
      stdio: 'pipe',
    });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new Error(`the sample does not build:\n${said}`);
  }
  if (!existsSync(join(folder, 'index.html'))) throw new Error('the sample built no pages');
}
