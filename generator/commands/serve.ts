/** `panelprep serve`: builds when something changed since the last build, then serves on 127.0.0.1. */
import type { Server } from 'node:http';
import { staticServer } from '../publish/static-server.ts';
import { buildSite, outOf, wantedOf } from './build.ts';
import { isCurrent, wantedBuild } from './stamp.ts';
import type { Terminal } from './terminal.ts';

export interface ServeOptions {
  port: string;
  out?: string;
  today?: string;
  /** As of `build`. */
  offline?: boolean;
}

/** Resolves when the server has closed; 2 for a port that cannot be used. */
export async function serve(terminal: Terminal, dir: string, options: ServeOptions): Promise<number> {
  const port = portOf(terminal, options.port);
  if (port === undefined) return 2;
  const out = await freshSite(terminal, dir, options);
  return out === undefined ? 1 : listen(terminal, staticServer(out), port, out);
}

/** A port as it was typed; undefined, with a message, for what is none. */
export function portOf(terminal: Terminal, typed: string): number | undefined {
  const port = Number(typed);
  if (typed.trim() !== '' && Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  terminal.err(`--port: found "${typed}", expected a number from 0 to 65535`);
  return undefined;
}

/** Where the site is, built first when anything that it shows has changed; undefined when the pack's lint refused it. */
export async function freshSite(
  terminal: Terminal,
  dir: string,
  options: Pick<ServeOptions, 'out' | 'today' | 'offline'>,
): Promise<string | undefined> {
  const out = outOf(terminal, dir, options.out);
  const wanted = wantedBuild(terminal, wantedOf(terminal, dir, options));
  const fresh = isCurrent(terminal, out, wanted) || (await buildSite(terminal, dir, options, wanted));
  return fresh ? out : undefined;
}

/** Resolves when the server has closed; 2 for a port that cannot be used. `out` is what the message names. */
export function listen(terminal: Terminal, server: Server, port: number, out: string): Promise<number> {
  return new Promise((done) => {
    server.on('error', (fault: NodeJS.ErrnoException) => {
      terminal.err(
        fault.code === 'EADDRINUSE'
          ? `Port ${port} is taken. Stop what uses it, or add --port 4322 (reviews are kept by address, so keep to one).`
          : fault.message,
      );
      done(2);
    });
    server.on('close', () => done(0));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const bound = typeof address === 'object' && address ? address.port : port;
      terminal.out(
        `Serving ${out.split(/[\\/]/).slice(-2).join('/')} at http://127.0.0.1:${bound}/  (Ctrl+C stops)`,
      );
    });
  });
}
