/** Two packs in; what differs between them, place by place, out. */
import { lensIds } from '../model/ids.ts';
import type { Guide, Pack } from '../model/pack.ts';

export interface Change {
  where: string;
  what: string;
  gone: string[];
  come: string[];
}

/** Guides are matched by their place among the design rounds. */
export function comparePacks(a: Pack, b: Pack): Change[] {
  const count = Math.max(a.guides.length, b.guides.length);
  const guides = Array.from({ length: count }, (_, i) => compareGuides(a.guides[i], b.guides[i], i)).flat();
  return [
    ...change('pack', 'company', [a.company.name], [b.company.name]),
    ...change(
      'pack',
      'scale',
      Object.entries(a.company.scale).map(([k, v]) => `${k} ${v}`),
      Object.entries(b.company.scale).map(([k, v]) => `${k} ${v}`),
    ),
    ...change('pack', 'target level', [a.candidate.level], [b.candidate.level]),
    ...guides,
    ...change(
      'pivots',
      'the ten likeliest others',
      a.pivots.slice(0, 10).map((p) => p.title),
      b.pivots.slice(0, 10).map((p) => p.title),
    ),
    ...change(
      'gaps',
      'the most important',
      a.gaps.slice(0, 1).map((g) => g.title),
      b.gaps.slice(0, 1).map((g) => g.title),
    ),
  ];
}

function compareGuides(a: Guide | undefined, b: Guide | undefined, index: number): Change[] {
  const where = (b ?? a)?.round.title ?? `round ${index + 1}`;
  const list = (g: Guide | undefined, pick: (g: Guide) => string[]) => (g ? pick(g) : []);
  const compare = (what: string, pick: (g: Guide) => string[]) =>
    change(where, what, list(a, pick), list(b, pick));
  return [
    ...compare('problem', (g) => [g.problem.title]),
    ...compare('length', (g) => [`${g.round.minutes} minutes`]),
    ...compare('interviewers', (g) => g.panel.map((m) => m.name)),
    ...compare('leading lenses', leadingOf),
    ...compare('the eight likeliest questions', (g) => g.questions.slice(0, 8).map((q) => q.question)),
    ...compare('deep dives', (g) =>
      g.dives.filter((d) => d.minutes > 0).map((d) => `${d.title} (${d.minutes} min)`),
    ),
    ...compare('key insight', (g) => g.insights.slice(0, 1).map((i) => i.text)),
    ...compare('components', (g) => (g.problem.depth?.architecture.components ?? []).map((c) => c.name)),
    ...compare('estimates', (g) => g.problem.evaluated.steps.map((s) => `${s.say}: ${s.expected.said}`)),
  ];
}

function leadingOf(guide: Guide): string[] {
  return lensIds
    .map((id) => ({ id, weight: guide.weights[id] ?? 0 }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 3)
    .map((l) => l.id);
}

function change(where: string, what: string, a: readonly string[], b: readonly string[]): Change[] {
  const gone = a.filter((x) => !b.includes(x));
  const come = b.filter((x) => !a.includes(x));
  return gone.length + come.length > 0 ? [{ where, what, gone, come }] : [];
}
