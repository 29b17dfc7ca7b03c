/** Provenance in words. */
import type { PhrasingContent } from 'mdast';
import type { Reason } from '../model/pack.ts';
import { classed, type Flow, link, span, text } from './nodes.ts';

/** “quote” (Name), you marked storage as a gap, … */
export function sayReasons(reasons: readonly Reason[]): PhrasingContent[] {
  return reasons.flatMap((reason, i) => [...(i > 0 ? [text('; ')] : []), ...sayReason(reason)]);
}

function sayReason(reason: Reason): PhrasingContent[] {
  if (reason.from !== 'bio') return [text(reason.text)];
  return [
    link(`/interviewers/${reason.interviewer}/`, firstName(reason.name)),
    text(': '),
    span('quote', `“${oneLine(reason.quote)}”`),
  ];
}

/** The line under a choice that says why it is there. */
export function why(reasons: readonly Reason[]): Flow {
  return classed('why', span('label', 'Why this is here'), ' ', ...sayReasons(reasons));
}

export function firstName(name: string): string {
  return name.split(/\s+/)[0] ?? name;
}

export function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
