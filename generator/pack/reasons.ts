/** Why something is in the pack: the quote, gap or report that speaks loudest for it. */
import type { LensId } from '../model/ids.ts';
import type { Inputs } from '../model/inputs.ts';
import type { LensWeights, PanelMember, Reason } from '../model/pack.ts';
import { gapFor } from './gaps.ts';
import { inSentence } from './in-sentence.ts';
import { companiesIn, lensesOfDomain } from './weights.ts';

export interface Circumstances {
  inputs: Inputs;
  panel: readonly PanelMember[];
  weights: LensWeights;
  general: boolean;
}

/** At least one reason for a choice that carries these lenses (strongest first): bio, then gap, then company, then the knowledge base. */
export function reasonsFor(
  lenses: readonly LensId[],
  at: Circumstances,
  used?: Map<string, number>,
): Reason[] {
  const reasons: Reason[] = [];
  const quoted = strongestQuote(lenses, at.panel, used);
  if (quoted) reasons.push(quoted);
  for (const lens of lenses.slice(0, 2)) {
    const gap = gapFor(lens, at.inputs.profile, at.inputs.knowledge);
    if (gap) {
      reasons.push(gap);
      break;
    }
  }
  const company = at.inputs.loop.company;
  const emphasised = lenses.find((l) => company.emphasis.includes(l));
  if (emphasised && !quoted)
    reasons.push({
      from: 'loop',
      text: `${company.name} is known to press on ${titleOfLens(emphasised, at)}`,
    });
  const domain = lenses.find((l) => lensesOfDomain(company.domain).includes(l));
  if (domain && reasons.length === 0)
    reasons.push({
      from: 'loop',
      text: `${companiesIn(company.domain ?? '')} press on ${titleOfLens(domain, at)}`,
    });
  if (reasons.length === 0 && lenses[0])
    reasons.push({
      from: 'knowledge',
      text: `the problem itself leads to ${titleOfLens(lenses[0], at)}${at.general ? '; no bio of this round gives a signal' : ''}`,
    });
  return reasons;
}

/** The quote of the panel that speaks most for the leading lenses; one used often already gives way to the next. */
function strongestQuote(
  lenses: readonly LensId[],
  panel: readonly PanelMember[],
  used?: Map<string, number>,
): Reason | undefined {
  const found = lenses.slice(0, 3).flatMap((lens, rank) =>
    panel.flatMap((m) => {
      const read = m.reading.lenses.find((l) => l.id === lens);
      return (read?.evidence ?? []).map((e) => ({
        reason: { from: 'bio' as const, interviewer: m.id, name: m.name, lens, quote: e.quote },
        score: (e.contribution * 0.6 ** rank) / (1 + (used?.get(e.quote) ?? 0)),
      }));
    }),
  );
  const best = found.sort((a, b) => b.score - a.score)[0]?.reason;
  if (best) used?.set(best.quote, (used.get(best.quote) ?? 0) + 1);
  return best;
}

function titleOfLens(lens: LensId, at: Circumstances): string {
  return inSentence(at.inputs.knowledge.lenses.find((l) => l.id === lens)?.title ?? lens);
}
