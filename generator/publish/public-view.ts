/** The pack in, the public view out: built field by field, so that nothing private can slip in. */
import { instantOf } from '../documents/clock.ts';
import type { RenderedDocument } from '../documents/rendered.ts';
import type { Pack } from '../model/pack.ts';
import { type PublishedPack, publishedPack, publishedVersion } from '../model/published.ts';

export function publicView(pack: Pack, documents: readonly RenderedDocument[]): PublishedPack {
  const instant = (date: string, clock: string) => instantOf(date, clock, pack.loop.timeZone);
  const rounds = pack.loop.rounds.map((r) => {
    const problem = pack.guides.find((g) => g.round.id === r.id)?.problem.title;
    return {
      id: r.id,
      title: r.title,
      kind: r.kind,
      startsAt: instant(r.date, r.start),
      endsAt: instant(r.date, r.end),
      ...(problem ? { problem } : {}),
    };
  });
  const first = rounds.map((r) => r.startsAt).sort()[0] ?? instant(pack.loop.date, '00:00');
  return publishedPack.parse({
    version: publishedVersion,
    name: pack.name,
    ...(pack.asOf ? { asOf: pack.asOf } : {}),
    candidate: {
      name: pack.candidate.name,
      level: pack.candidate.level,
      ...(pack.candidate.role ? { role: pack.candidate.role } : {}),
      ...(pack.candidate.timeZone ? { timeZone: pack.candidate.timeZone } : {}),
    },
    company: pack.company.name,
    loop: { date: pack.loop.date, timeZone: pack.loop.timeZone, startsAt: first },
    rounds,
    interviewers: pack.panel.map((m) => ({ id: m.id, name: m.name, ...(m.role ? { role: m.role } : {}) })),
    documents: documents.map((d) => d.meta),
  });
}
