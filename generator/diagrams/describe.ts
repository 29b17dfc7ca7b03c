/** A diagram in words, for whoever does not see it: its components, connections, flows and boundaries in sentences. */
import type { Architecture } from '../model/problem.ts';
import { links } from './graph.ts';
import { boundaryWords, layerWords } from './legend.ts';

const modeWords = { sync: 'a call', async: 'asynchronous', stream: 'a stream' } as const;

export function describe(architecture: Architecture): string {
  const names = new Map(architecture.components.map((component) => [component.id, component.name]));
  const name = (id: string) => names.get(id) ?? id;
  const known = links(architecture).flatMap(({ index }) => architecture.edges[index] ?? []);
  const count = (total: number, noun: string) => `${total} ${noun}${total === 1 ? '' : 's'}`;
  if (architecture.components.length === 0)
    return 'The diagram is empty: no component stands in this design.';
  const components = architecture.components.map(
    (each) => `${each.name} (${layerWords[each.layer].toLowerCase()}${each.stateful ? ', keeps state' : ''})`,
  );
  const connections = known.map(
    (edge) =>
      `${name(edge.from)} to ${name(edge.to)}: ${edge.label} (${edge.protocol}, ${modeWords[edge.mode]})`,
  );
  const flows = architecture.flows.map((flow) => {
    const steps = flow.steps
      .filter((step) => names.has(step.from) && names.has(step.to))
      .map((step, position) => `${position + 1}. ${name(step.from)} to ${name(step.to)}: ${step.does}`);
    return `${flow.hot ? 'Hot flow' : 'Flow'} “${flow.title}”: ${steps.join('; ')}.`;
  });
  const boundaries = architecture.boundaries.flatMap((boundary) => {
    const members = boundary.components.filter((id) => names.has(id)).map(name);
    return members.length > 0
      ? [`${boundaryWords[boundary.kind]} “${boundary.title}”: ${members.join(', ')}.`]
      : [];
  });
  return [
    `${count(components.length, 'component')}: ${components.join('; ')}.`,
    ...(connections.length > 0
      ? [`${count(connections.length, 'connection')}: ${connections.join('; ')}.`]
      : []),
    ...flows,
    ...boundaries,
  ].join(' ');
}
