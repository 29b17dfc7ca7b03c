/** What comes from the candidate: stories for culture rounds, and something built where a gap is practical. */
import type { Inputs } from '../model/inputs.ts';
import type { Material } from '../model/plan.ts';
import { slug } from '../model/slug.ts';
import type { DeckPack } from './deck.ts';
import { inSentence } from './in-sentence.ts';

const storyMinutes = 10;

/** One rehearsal for each story that a culture round may hear. */
export function stories(pack: DeckPack): Material[] {
  return pack.audience.flatMap((row) =>
    row.stories.map(
      ({ highlight, value }): Material => ({
        id: `story:${slug(highlight.title)}`,
        kind: 'story',
        title: `Story: ${highlight.title}`,
        how: 'Two minutes aloud: where things stood, what was yours, what you did, what came of it. One number in the result; then the follow-up “what would you do differently?”',
        why: value ? `${pack.company.name} listens for ${value.replace(/-/g, ' ')}.` : 'A story in reserve.',
        path: '/audience/',
        minutes: storyMinutes,
        round: row.round.id,
        importance: value ? 0.6 : 0.35,
        repeatable: true,
      }),
    ),
  );
}

/** Where a gap is practical, an hour at the keyboard teaches what reading cannot. */
export function builds(inputs: Inputs, pack: DeckPack): Material[] {
  const { gaps } = inputs.profile;
  return pack.lenses
    .filter((l) => gaps.includes(l.id))
    .flatMap((l): Material[] => {
      const pressing = [...pack.guides].sort((a, b) => (b.weights[l.id] ?? 0) - (a.weights[l.id] ?? 0))[0];
      if (!l.build || !pressing) return [];
      return [
        {
          id: `build:${l.id}`,
          kind: 'build',
          title: `Build ${l.build.title}`,
          how: l.build.how,
          why: `You marked ${inSentence(l.title)} as a gap, and this one is practical: ${pressing.round.title} presses on it.`,
          path: `/rounds/${pressing.round.id}/#e-focus-deep-dives`,
          minutes: l.build.minutes,
          round: pressing.round.id,
          importance: 0.4 + Math.min(0.3, pressing.weights[l.id] ?? 0),
          repeatable: false,
        },
      ];
    });
}
