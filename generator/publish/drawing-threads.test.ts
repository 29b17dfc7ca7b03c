import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { drawHere } from '../documents/diagrams.ts';
import { drawInThreads } from './drawing-threads.ts';
import { faulty, ordersOf } from './fixtures/orders.ts';

/** What becomes of the threads that are started. */
const fate = vi.hoisted(() => ({ now: 'works', started: 0 }));

vi.mock('node:worker_threads', async (original) => {
  const real = await original<typeof import('node:worker_threads')>();
  const broken = new URL('data:text/javascript,throw new Error("broken")');
  class Worker extends real.Worker {
    constructor(file: string | URL, options?: import('node:worker_threads').WorkerOptions) {
      fate.started += 1;
      if (fate.now === 'cannot start') throw new Error('no thread to be had');
      super(fate.now === 'breaks' ? broken : file, options);
    }
  }
  return { ...real, Worker };
});

beforeEach(() => {
  Object.assign(fate, { now: 'works', started: 0 });
});

describe('many drawings', () => {
  const orders = ordersOf(7);

  it('are in two threads the bytes of one, in the same order', async () => {
    const drawn = await drawInThreads(orders, 2);
    expect(fate.started).toBe(2);
    expect(JSON.stringify(drawn)).toBe(JSON.stringify(await drawHere(orders)));
  });

  it.each(['cannot start', 'breaks'])('are drawn all the same where a thread %s', async (now) => {
    fate.now = now;
    const drawn = await drawInThreads(orders, 2);
    expect(fate.started).toBe(2);
    expect(JSON.stringify(drawn)).toBe(JSON.stringify(await drawHere(orders)));
  });

  it('name the first that fails, though another is tried before it', async () => {
    const some = orders.map((order, index) => (index === 3 || index === 5 ? faulty(order) : order));
    await expect(drawInThreads(some, 2)).rejects.toThrow(/^design-3 cannot be drawn: .*undefined/);
    await expect(drawInThreads(some, 1)).rejects.toThrow(/^design-3 cannot be drawn: .*undefined/);
  });

  it('leave no thread behind: the process ends by itself', () => {
    const script = join(import.meta.dirname, 'fixtures/draw-and-end.ts');
    expect(execFileSync(process.execPath, [script], { encoding: 'utf8' })).toBe('drew 6\n');
  });
});

it('a few drawings, or a machine with one core, start no thread', async () => {
  await drawInThreads(ordersOf(2), 2);
  await drawInThreads(ordersOf(6), 1);
  expect(fate.started).toBe(0);
});
