/** Schedules of several packs in; one that shares their minutes out. Ids get the pack's name, so that nothing collides. */
import type { ScheduleSource } from '../model/plan.ts';

/**
 * The loops of one candidate as one. Minutes and days off are those of the first pack; a day off in any of them is one for
 * all. One pack alone comes back as it is.
 */
export function mergeSources(sources: readonly ScheduleSource[]): ScheduleSource {
  const [first, ...others] = sources;
  if (!first) throw new Error('no schedule to merge');
  if (others.length === 0) return first;
  const own = (s: ScheduleSource, id: string) => `${s.name}/${id}`;
  const starts = sources.flatMap((s) => s.availability.start ?? []).sort();
  return {
    ...first,
    name: sources.map((s) => s.name).join('+'),
    company: sources.map((s) => s.company).join(', '),
    availability: {
      ...first.availability,
      daysOff: [...new Set(sources.flatMap((s) => s.availability.daysOff))].sort(),
      ...(starts[0] === undefined ? {} : { start: starts[0] }),
    },
    rounds: sources
      .flatMap((s) => s.rounds.map((r) => ({ ...r, id: own(s, r.id) })))
      .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt)),
    cards: mergedCards(sources, own),
    material: sources.flatMap((s) =>
      s.material.map((m) => ({
        ...m,
        id: own(s, m.id),
        ...(m.round === undefined ? {} : { round: own(s, m.round) }),
        title: `${s.company}: ${m.title}`,
      })),
    ),
  };
}

/** A card that two packs share is learned once: it has the targets of both. */
function mergedCards(
  sources: readonly ScheduleSource[],
  own: (s: ScheduleSource, id: string) => string,
): ScheduleSource['cards'] {
  const merged = new Map<string, ScheduleSource['cards'][number]>();
  for (const s of sources)
    for (const c of s.cards) {
      const targets = c.targets.map((t) => ({ ...t, round: own(s, t.round) }));
      const known = merged.get(c.id);
      merged.set(
        c.id,
        known
          ? { ...known, targets: [...known.targets, ...targets], mustKnow: known.mustKnow || c.mustKnow }
          : { ...c, targets },
      );
    }
  return [...merged.values()];
}
