/** Many drawings made in two threads. What comes out is what one thread would give; how long it takes is all that differs. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Element } from 'hast';
import type { Order } from '../diagrams/draw.ts';
import { drawHere } from '../documents/diagrams.ts';
import type { Answer } from './drawing-thread.ts';

/** Each thread loads the layouter and is slow until it is warm; a few drawings are made sooner where it may be warm. */
const fewest = 6;

/**
 * Drawings in the order of their orders. Threads end before it returns; one that cannot be started, or breaks, leaves
 * its work to this one. A drawing that fails is told when all are done: the first of them, whichever thread was faster.
 */
export async function drawInThreads(
  orders: readonly Order[],
  threads: number = Math.min(2, availableParallelism()),
): Promise<Element[]> {
  if (threads < 2 || orders.length < fewest) return drawHere(orders);
  const waiting = orders.map((_, index) => index).sort((a, b) => effort(orders[b]) - effort(orders[a]));
  const answers = new Map<number, Answer>();
  const started = Array.from({ length: threads }, start);
  try {
    await Promise.all(
      started.map(async (thread) => {
        for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
          const order = orders[index];
          const answer = order && (await thread.ask(order));
          if (!answer) return;
          answers.set(index, answer);
        }
      }),
    );
  } finally {
    await Promise.all(started.map((thread) => thread.end()));
  }
  const drawn: Element[] = [];
  for (const [index, order] of orders.entries()) {
    const answer = answers.get(index);
    if (answer && 'fault' in answer) throw answer.fault;
    drawn.push(...(answer ? [answer.svg] : await drawHere([order])));
  }
  return drawn;
}

/** The longest work first, so that no thread is left alone with it; a tall drawing is tried in more ways than a wide one. */
function effort(order: Order | undefined): number {
  return (order?.architecture.edges.length ?? 0) * (order?.shape === 'tall' ? 2 : 1);
}

interface Thread {
  /** Undefined when the thread is gone. */
  ask(order: Order): Promise<Answer | undefined>;
  end(): Promise<unknown>;
}

function start(): Thread {
  const gone: Thread = { ask: async () => undefined, end: async () => undefined };
  let worker: Worker;
  try {
    worker = new Worker(new URL('./drawing-thread.ts', import.meta.url));
  } catch {
    return gone;
  }
  let lost = false;
  let answered: (answer: Answer | undefined) => void = () => undefined;
  const lose = () => {
    lost = true;
    answered(undefined);
  };
  worker.on('message', (answer: Answer) => answered(answer));
  worker.on('messageerror', lose);
  worker.on('error', lose);
  worker.on('exit', lose);
  return {
    ask: (order) =>
      lost
        ? gone.ask(order)
        : new Promise((resolve) => {
            answered = resolve;
            worker.postMessage(order);
          }),
    end: () => worker.terminate(),
  };
}
