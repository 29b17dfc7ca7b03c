/** One build as a process: how long it took, and what it and every process that it started used. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Run {
  /** Wall clock, in seconds. */
  seconds: number;
  /** User and system time of all its processes, in seconds; nothing where there is no /proc. */
  cpu?: number;
  /** The most memory that its processes held at one time, in MB; pages that they share count for each. */
  memory?: number;
}

/** Linux counts CPU in hundredths of a second for programs, and memory in pages of 4 KiB on the common machines. */
const ticks = 100;
const page = 4096;
/** How often processes are looked at, in milliseconds: what one uses after the last look is not counted. */
const every = 100;

/** Throws with the end of what was printed when the process fails. */
export async function run(command: readonly string[], cwd: string): Promise<Run> {
  const [program = '', ...args] = command;
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
  const started = performance.now();
  // Detached: a session of its own, by which its processes are known.
  const child = spawn(program, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${program} cannot be started`);
  const stop = () => endSession(pid);
  process.once('exit', stop);
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => printed.push(String(data)));
  const cpuOf = new Map<number, number>();
  let most = 0;
  const look = () => {
    const found = processesOf(pid);
    for (const p of found) cpuOf.set(p.pid, p.cpu);
    most = Math.max(
      most,
      found.reduce((sum, p) => sum + p.memory, 0),
    );
  };
  const looking = setInterval(look, every);
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  }).finally(() => clearInterval(looking));
  const seconds = (performance.now() - started) / 1000;
  process.removeListener('exit', stop);
  if (code !== 0)
    throw new Error(`${command.join(' ')} ended with ${code}\n${printed.join('').slice(-4000)}`);
  if (cpuOf.size === 0) return { seconds };
  return { seconds, cpu: [...cpuOf.values()].reduce((a, b) => a + b), memory: most / 1e6 };
}

function processesOf(session: number): { pid: number; cpu: number; memory: number }[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        const stat = statOf(name);
        return stat?.session === session ? [{ pid: Number(name), ...stat }] : [];
      });
  } catch {
    return [];
  }
}

function statOf(pid: string): { session: number; cpu: number; memory: number } | undefined {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    // It ended between the two calls.
    return undefined;
  }
}

/** A line of /proc/<pid>/stat, proc_pid_stat(5). The name stands in parentheses and may hold any. */
export function parseStat(line: string): { session: number; cpu: number; memory: number } {
  const fields = line
    .slice(line.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  // The first of these is the third of the line.
  const field = (n: number) => fields[n - 3] ?? Number.NaN;
  return { session: field(6), cpu: (field(14) + field(15)) / ticks, memory: field(24) * page };
}

function endSession(pid: number): void {
  try {
    process.kill(-pid);
  } catch {
    // It is gone.
  }
}
