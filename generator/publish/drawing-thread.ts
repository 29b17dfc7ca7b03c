/** The inside of a drawing thread: an order comes in, its drawing or its fault goes out. */
import { parentPort } from 'node:worker_threads';
import type { Element } from 'hast';
import { drawOrder, type Order } from '../diagrams/draw.ts';

export type Answer = { svg: Element } | { fault: Error };

parentPort?.on('message', async (order: Order) => {
  const answer: Answer = await drawOrder(order).then(
    (svg) => ({ svg }),
    (fault: Error) => ({ fault }),
  );
  parentPort?.postMessage(answer);
});
