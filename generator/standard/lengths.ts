/** A sheet at one scale in; texts that are too short to say something or too long to say aloud, out. */
import type { ResolvedDepth } from '../model/pack.ts';
import { wordsOf } from './words.ts';

interface Length {
  file: string;
  what: string;
  text: string;
  least: number;
  most: number;
}

/** 40–90 words are 15 to 35 seconds of speech; 150–400 are one to two minutes of reading before the whiteboard. */
const said = { least: 40, most: 90 };
const dived = { least: 150, most: 400 };
const rungs = ['pushback', 'defend', 'concedeWhen', 'tenfold', 'failure', 'cost'] as const;

/** Each text that is outside of its length, in words. */
export function wrongLengths(depth: ResolvedDepth): { file: string; message: string }[] {
  const lengths: Length[] = [
    ...depth.questions.map((q) => ({
      file: 'questions.yaml',
      what: `what to lead with on "${q.id}"`,
      text: q.leadWith,
      ...said,
    })),
    ...depth.questions.map((q) => ({
      file: 'questions.yaml',
      what: `the weak answer to "${q.id}"`,
      text: q.weakAnswer,
      least: 4,
      most: 70,
    })),
    ...depth.questions.flatMap((q) =>
      rungs.map((rung) => ({
        file: 'questions.yaml',
        what: `${rung} of "${q.id}"`,
        text: q.ladder[rung] ?? '',
        least: 3,
        most: 90,
      })),
    ),
    ...depth.dives.map((d) => ({
      file: `dives/${d.id}.md`,
      what: 'the dive',
      text: d.body,
      ...dived,
    })),
  ];
  return lengths
    .map((l) => ({ ...l, words: wordsOf(l.text) }))
    .filter((l) => l.words < l.least || l.words > l.most)
    .map((l) => ({
      file: l.file,
      message: `${l.what} has ${l.words} words, not ${l.least} to ${l.most}`,
    }));
}
