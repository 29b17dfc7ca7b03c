/** Questions in; pairs that ask or answer the same, out. */

export interface Asked {
  sheet: string;
  id: string;
  question: string;
  leadWith: string;
}

/** Words that say how something is asked, not what. */
const common = new Set(
  `a an and any are as at be by can could do does each every for from get give has have how i if in into is it its know let me
  my of on one or our out over say should so tell than that the their them then there they this to up us use walk was we what
  when where which while who why will with without would you your`.split(/\s+/),
);
/** From this overlap on (Jaccard, of words without endings) two questions are one, or two answers are. */
const sameQuestion = 0.5;
const sameAnswer = 0.45;

export interface Alike {
  a: Asked;
  b: Asked;
  of: 'question' | 'answer';
}

/** Pairs of questions that differ in words only, and of answers that were copied. */
export function alikeQuestions(questions: readonly Asked[]): Alike[] {
  const prepared = questions.map((q) => ({
    asked: q,
    question: contentOf(q.question),
    answer: contentOf(q.leadWith),
  }));
  return prepared.flatMap((a, i) =>
    prepared.slice(i + 1).flatMap((b): Alike[] => {
      const pair = { a: a.asked, b: b.asked };
      if (overlap(a.question, b.question) >= sameQuestion) return [{ ...pair, of: 'question' }];
      return overlap(a.answer, b.answer) >= sameAnswer ? [{ ...pair, of: 'answer' }] : [];
    }),
  );
}

function contentOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[a-z0-9_]+/g) ?? [];
  return new Set(words.filter((w) => !common.has(w)).map((w) => w.replace(/(ing|ed|es|s)$/, '')));
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((w) => b.has(w)).length;
  const all = a.size + b.size - both;
  return all < 3 ? 0 : both / all;
}
