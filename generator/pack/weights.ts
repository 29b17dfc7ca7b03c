/** Readings of a round's interviewers in; how much each lens weighs in that round out. */
import { type LensId, lensIds } from '../model/ids.ts';
import type { Loop, Round } from '../model/loop.ts';
import type { LensWeights, PanelMember } from '../model/pack.ts';

/** The lead's lenses count this much more than another interviewer's. */
const leadFactor = 1.5;
/** Contributions that make a reading nearly sure. */
const wholeEvidence = 4;
/** Shares of a round's attention: the rest goes to the panel's own lenses. */
const emphasisShare = 0.06;
const problemShare = 0.12;

/** What the company's domain presses on by itself, beside its stated emphasis. */
const domainLenses: Readonly<Record<string, readonly LensId[]>> = {
  'ai-lab': ['ml-systems', 'trust-safety', 'capacity-cost'],
  payments: ['consistency', 'security', 'reliability'],
  social: ['storage', 'search-ranking', 'trust-safety'],
  saas: ['multi-tenancy', 'api-design', 'security'],
  trading: ['latency', 'consistency', 'reliability'],
  mobile: ['client-sync', 'edge-network', 'latency'],
  cdn: ['edge-network', 'latency', 'capacity-cost'],
  health: ['trust-safety', 'security', 'consistency'],
  'e-commerce': ['consistency', 'reliability', 'search-ranking'],
  'data-platform': ['data-pipelines', 'storage', 'multi-tenancy'],
  marketplace: ['search-ranking', 'consistency', 'product-sense'],
  games: ['real-time', 'latency', 'client-sync'],
  ads: ['data-pipelines', 'latency', 'search-ranking'],
  'developer-tools': ['api-design', 'operability', 'multi-tenancy'],
  logistics: ['real-time', 'reliability', 'consistency'],
  media: ['edge-network', 'storage', 'capacity-cost'],
};

/** How one speaks of the companies of a domain. */
export function companiesIn(domain: string): string {
  const spoken: Readonly<Record<string, string>> = {
    'ai-lab': 'AI labs',
    payments: 'payments companies',
    social: 'social networks',
    saas: 'SaaS companies',
    trading: 'trading firms',
    mobile: 'mobile companies',
    cdn: 'CDN companies',
    health: 'health companies',
    'e-commerce': 'e-commerce companies',
    'data-platform': 'data platforms',
    marketplace: 'marketplaces',
    games: 'games companies',
    ads: 'ad companies',
    'developer-tools': 'makers of developer tools',
    logistics: 'logistics companies',
    media: 'media companies',
  };
  return spoken[domain] ?? `companies in ${domain.replace(/-/g, ' ')}`;
}

export function lensesOfDomain(domain: string | undefined): readonly LensId[] {
  return (domain && domainLenses[domain]) || [];
}

/** True when nobody in the round gives a signal. */
export function isGeneral(members: readonly PanelMember[]): boolean {
  return members.every((m) => m.signal === 'none');
}

/**
 * Lens weights of a round, summing to 1: the panel's readings (the lead's more), a small share for what the company
 * presses on and for what the problem itself attracts. With no signal at all, the problem and the company decide.
 */
export function roundWeights(
  round: Pick<Round, 'lead'>,
  members: readonly PanelMember[],
  company: Loop['company'],
  problemLenses: readonly LensId[],
): LensWeights {
  const total = new Map<LensId, number>();
  const add = (lens: LensId, weight: number) => total.set(lens, (total.get(lens) ?? 0) + weight);
  const read = members.filter((m) => m.reading.lenses.length > 0);
  const factors = read.map((m) => (m.id === round.lead ? leadFactor : 1) * certainty(m));
  const all = factors.reduce((a, b) => a + b, 0);
  const panelShare = read.length === 0 ? 0 : 1 - emphasisShare - problemShare;
  for (const [i, member] of read.entries())
    for (const lens of member.reading.lenses)
      add(lens.id, (panelShare * lens.weight * (factors[i] ?? 1)) / all);

  const pressed = [...company.emphasis, ...lensesOfDomain(company.domain)];
  const companyShare = read.length === 0 ? 0.3 : emphasisShare;
  for (const lens of pressed) add(lens, companyShare / pressed.length);
  const own = read.length === 0 ? 0.7 : problemShare;
  const ranks = problemLenses.map((_, i) => 1 / (i + 2));
  const rankSum = ranks.reduce((a, b) => a + b, 0);
  for (const [i, lens] of problemLenses.entries()) add(lens, (own * (ranks[i] ?? 0)) / rankSum);

  const sum = [...total.values()].reduce((a, b) => a + b, 0) || 1;
  const ordered = lensIds
    .filter((id) => total.has(id))
    .sort((a, b) => (total.get(b) ?? 0) - (total.get(a) ?? 0));
  return Object.fromEntries(ordered.map((id) => [id, (total.get(id) ?? 0) / sum]));
}

/** How far a reading can be leaned on, 0 to 1: one passing mention is not a leaning of the whole round. */
function certainty(member: PanelMember): number {
  const evidence = member.reading.lenses
    .flatMap((l) => l.evidence)
    .reduce((sum, e) => sum + e.contribution, 0);
  return 1 - Math.exp(-evidence / wholeEvidence);
}

/** The lenses that lead a set of weights: those with at least half of the strongest, at most `most`. */
export function leading(weights: LensWeights, most = 3): LensId[] {
  const entries = lensIds.flatMap((id) => (weights[id] ? [{ id, weight: weights[id] }] : []));
  const ranked = entries.sort((a, b) => b.weight - a.weight);
  const top = ranked[0]?.weight ?? 0;
  return ranked
    .filter((e) => e.weight >= top * 0.4)
    .slice(0, most)
    .map((e) => e.id);
}
