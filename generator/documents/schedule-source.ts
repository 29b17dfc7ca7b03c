/** The pack, its cards and its documents in; all that a plan is a function of out. */
import type { Pack } from '../model/pack.ts';
import { type Material, type ScheduleSource, scheduleVersion } from '../model/plan.ts';
import type { RenderedCard } from './cards.ts';
import { instantOf } from './clock.ts';
import { placesOf } from './places.ts';
import { readingMaterial } from './reading-material.ts';
import type { RenderedDocument } from './rendered.ts';

export function scheduleSourceOf(
  pack: Pack,
  cards: readonly RenderedCard[],
  documents: readonly RenderedDocument[],
): ScheduleSource {
  const { timeZone } = pack.loop;
  const rounds = pack.loop.rounds
    .filter((r) => r.kind !== 'break')
    .map((r) => {
      const problem = pack.guides.find((g) => g.round.id === r.id)?.problem;
      return {
        id: r.id,
        title: r.title,
        kind: r.kind,
        startsAt: instantOf(r.date, r.start, timeZone),
        endsAt: instantOf(r.date, r.end, timeZone),
        timeZone,
        company: pack.company.name,
        ...(problem ? { problem: problem.id, problemTitle: problem.title } : {}),
      };
    })
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  return {
    version: scheduleVersion,
    name: pack.name,
    company: pack.company.name,
    candidate: pack.candidate.name,
    level: pack.candidate.level,
    ...(pack.asOf ? { asOf: pack.asOf } : {}),
    availability: pack.availability,
    rounds,
    cards: cards.map((c) => c.card),
    material: linked([...readingMaterial(pack, documents), ...pack.material], documents),
  };
}

/** A place that the candidate's own template left out becomes its page. */
function linked(material: readonly Material[], documents: readonly RenderedDocument[]): Material[] {
  const placeOf = placesOf(documents);
  return material.map((m) => ({ ...m, path: placeOf(m.path) ?? m.path.split('#')[0] ?? m.path }));
}
