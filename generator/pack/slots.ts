/** What a problem offers to the slots of a lens's probes. */
import type { SlotName } from '../model/lens.ts';
import type { ResolvedProblem } from '../model/pack.ts';
import { inSentence, upperFirst } from './in-sentence.ts';

/** Slot → the words that fill it. A slot that the problem cannot fill is absent. */
export function slotsOf(problem: ResolvedProblem): Partial<Record<SlotName, string>> {
  const slots: Partial<Record<SlotName, string>> = { problem: 'this system' };
  const depth = problem.depth;
  if (!depth) return slots;
  const { components, edges, flows } = depth.architecture;
  const name = (id: string | undefined) => components.find((c) => c.id === id)?.name;
  const table = depth.schema.tables[0];
  const hot = flows.find((f) => f.hot) ?? flows[0];
  const clients = new Set(components.filter((c) => c.layer === 'client').map((c) => c.id));
  const asynchronous = edges.find((e) => e.mode === 'async');
  const copies = components.filter((c) => c.stateful && /cache|buffer/i.test(`${c.id} ${c.name}`));
  const writes =
    depth.api.endpoints.find((e) => /^(POST|PUT|PATCH)$/.test(e.method)) ?? depth.api.endpoints[0];
  const headline = depth.estimates.headline;
  const said = (step: string | undefined) => (step === undefined ? undefined : `{${step}}`);
  const filled: Partial<Record<SlotName, string | undefined>> = {
    store: name(table?.store) ?? components.find((c) => c.layer === 'storage' && c.stateful)?.name,
    table: table && `\`${table.id}\``,
    'partition-key': table?.partitionKey.map((k) => `\`${k}\``).join(', '),
    entry:
      name(hot?.steps.find((s) => clients.has(s.from))?.to) ??
      components.find((c) => c.layer === 'ingestion')?.name,
    queue: asynchronous && `${name(asynchronous.from)} to ${name(asynchronous.to)}`,
    worker: components.find((c) => c.layer === 'processing')?.name,
    cache: (copies.find((c) => /cache/i.test(`${c.id} ${c.name}`)) ?? copies[0])?.name,
    endpoint: writes && `\`${writes.method} ${writes.path}\``,
    peak: said(headline.peak),
    stored: said(headline.stored),
    concurrency: said(headline.concurrency),
    machines: said(headline.machines),
    cost: said(headline.cost),
    slo: depth.slos[0] && `${depth.slos[0].objective} of ${inSentence(depth.slos[0].sli)}`,
    failure: depth.failures[0] && inSentence(depth.failures[0].title),
  };
  for (const [slot, words] of Object.entries(filled))
    if (words !== undefined) slots[slot as SlotName] = words;
  return slots;
}

/** The text with every `{slot:…}` filled, or undefined when one is missing. */
export function fillSlots(text: string, slots: Partial<Record<SlotName, string>>): string | undefined {
  let complete = true;
  const filled = text.replace(/\{slot:([a-z-]+)\}/g, (_, slot: string) => {
    const words = Object.entries(slots).find(([name]) => name === slot)?.[1];
    if (words === undefined) complete = false;
    return words ?? '';
  });
  return complete ? upperFirst(filled) : undefined;
}
