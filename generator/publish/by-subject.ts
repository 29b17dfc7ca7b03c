/** A deck's cards in; their faces by the title of their problem or pattern, in the order of the deck, out. */
import type { CardFaces } from '../model/card.ts';
import type { ScheduleSource } from '../model/plan.ts';

export function facesBySubject(
  source: ScheduleSource,
  faces: readonly CardFaces[],
): ReadonlyMap<string, CardFaces[]> {
  const face = new Map(faces.map((f) => [f.id, f]));
  const subjects = new Map<string, CardFaces[]>();
  for (const { id, subjectTitle } of source.cards) {
    const found = face.get(id);
    subjects.set(subjectTitle, [...(subjects.get(subjectTitle) ?? []), ...(found ? [found] : [])]);
  }
  return subjects;
}
