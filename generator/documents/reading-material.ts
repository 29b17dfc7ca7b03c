/** Rendered documents in; what there is to read, in parts that fit a sitting, with honest minutes, out. */
import type { Pack } from '../model/pack.ts';
import type { Material } from '../model/plan.ts';
import type { RenderedDocument } from './rendered.ts';

/** Dense technical prose, in words a minute. */
const pace = 180;
/** A part is closed when it would grow over this. */
const partMinutes = 25;
const leastMinutes = 5;

/** Every guide in parts, and every interviewer whose bio says something. */
export function readingMaterial(pack: Pack, documents: readonly RenderedDocument[]): Material[] {
  const guides = pack.guides.flatMap((guide) => {
    const pages = documents.filter((d) => d.meta.kind === 'guide' && d.meta.subject === guide.round.id);
    const parts = pages.flatMap((page) => partsOf(page.sections));
    return parts.map((part, i): Material => {
      const first = part[0];
      const last = part.at(-1);
      const span = first && last && first !== last ? `${first.title} … ${last.title}` : (first?.title ?? '');
      return {
        id: `read:${guide.round.id}:${first?.id ?? i}`,
        kind: 'read',
        title: `${guide.problem.title}, part ${i + 1} of ${parts.length}: ${span}`,
        how: `Read ${part.map((s) => s.title).join(' · ')}. After each section look up and say its one number or its one trade-off.`,
        why: `${guide.round.title} prepares ${guide.problem.title}.`,
        path: `/rounds/${guide.round.id}/${first ? `#${first.id}` : ''}`,
        minutes: minutesOf(part),
        problem: guide.problem.id,
        round: guide.round.id,
        importance: 0.98 - 0.02 * i,
        repeatable: false,
      };
    });
  });
  const people = pack.panel
    .filter((m) => m.signal !== 'none')
    .flatMap((m): Material[] => {
      const document = documents.find((d) => d.meta.kind === 'interviewer' && d.meta.subject === m.id);
      const round = pack.loop.rounds.find((r) => m.rounds.includes(r.id));
      if (!document || !round) return [];
      return [
        {
          id: `read:interviewer:${m.id}`,
          kind: 'read',
          title: `Know your interviewer: ${m.name}`,
          how: 'Read the quotes and what they mean for you; keep the two questions to ask at the end.',
          why: `${m.name} is in ${round.title}.`,
          path: document.meta.path,
          minutes: minutesOf(document.sections),
          round: round.id,
          importance: 0.7,
          repeatable: false,
        },
      ];
    });
  return [...guides, ...people];
}

type Section = RenderedDocument['sections'][number];

const minutesOf = (sections: readonly Section[]) =>
  Math.max(leastMinutes, Math.round(sections.reduce((sum, s) => sum + s.words, 0) / pace));

/** Neighboring sections together, as long as they fit. */
function partsOf(sections: readonly Section[]): Section[][] {
  const parts: Section[][] = [];
  for (const section of sections) {
    const open = parts.at(-1);
    if (open && minutesOf([...open, section]) <= partMinutes) open.push(section);
    else parts.push([section]);
  }
  return parts;
}
