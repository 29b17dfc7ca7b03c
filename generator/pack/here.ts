/** A phase of this very guide: what stands on the board when it ends, named from the sheet. */
import type { PhaseId } from '../model/ids.ts';
import type { FocusDive, LensWeights, ResolvedDepth } from '../model/pack.ts';
import { inSentence } from './in-sentence.ts';

interface Known {
  depth: ResolvedDepth;
  dives: readonly FocusDive[];
  weights: LensWeights;
}

/** Markdown with formulas for the phases that the sheet can name; the others keep their general goal. */
export function hereIn(phase: PhaseId, { depth, dives, weights }: Known): string | undefined {
  const { headline } = depth.estimates;
  switch (phase) {
    case 'estimate': {
      const steps = [headline.peak, headline.stored, headline.concurrency, headline.machines];
      return steps.flatMap((step) => (step ? [`{${step}}`] : [])).join(', ');
    }
    case 'api-data':
      return [
        ...depth.api.endpoints.slice(0, 2).map((e) => `\`${e.method} ${e.path}\``),
        ...depth.schema.tables.slice(0, 3).map((t) => `\`${t.id}\``),
      ].join(', ');
    case 'high-level': {
      const hot = depth.architecture.flows.find((f) => f.hot);
      return `${depth.architecture.components.length} boxes, and the path “${inSentence(hot?.title ?? 'one write')}” by number`;
    }
    case 'deep-dive':
      return dives
        .filter((d) => d.minutes > 0)
        .map((d) => `${d.title} (${d.minutes} min)`)
        .join('; ');
    case 'failures': {
      const weight = (lenses: readonly (keyof LensWeights)[]) =>
        Math.max(0, ...lenses.map((l) => weights[l] ?? 0));
      const nearest = [...depth.failures].sort((a, b) => weight(b.lenses) - weight(a.lenses));
      return nearest
        .slice(0, 3)
        .map((f) => f.title)
        .join('; ');
    }
    case 'scale-up': {
      const { steps, current } = depth.scaling;
      const at = steps.findIndex((s) => s.id === current);
      const next = steps[at + 1];
      return steps[at] && `${steps[at].title}${next ? `, then ${inSentence(next.title)}` : ''}`;
    }
    default:
      return undefined;
  }
}
