/** The questions of `panelprep init`, one after the other; every answer is handed over as it is given. */
import * as clack from '@clack/prompts';
import {
  checks,
  type DesignRound,
  defaultDate,
  type InitSetting,
  mostDesignRounds,
  nextStart,
  type PartialAnswers,
} from '../inputs/init-answers.ts';
import { levels } from '../model/ids.ts';
import { knownDomains } from '../model/loop.ts';
import { askBio } from './init-bio.ts';
import { answered, askNumber, askText, type Conversation, streams } from './init-questions.ts';

export interface Wizard extends Conversation, InitSetting {
  answers: PartialAnswers;
  /** Called after every answer, so that nothing is asked twice. */
  keep(answers: PartialAnswers): void;
}

type Step = { isDone(answers: PartialAnswers): boolean; ask(wizard: Wizard): Promise<PartialAnswers> };

const step = (key: keyof PartialAnswers, ask: Step['ask']): Step => ({
  isDone: (answers) => answers[key] !== undefined,
  ask,
});

const steps: readonly Step[] = [
  step('name', async (w) => ({
    name: await askText(w, { message: 'Your name, as it stands on the pack', validate: checks.text }),
  })),
  step('company', async (w) => ({
    company: await askText(w, { message: 'Which company?', validate: checks.text }),
  })),
  step('domain', async (w) => ({ domain: await askDomain(w) })),
  step('dau', async (w) => ({
    dau: await askText(w, {
      message: 'Its daily users: estimates are computed for them (Enter: not known)',
      placeholder: '10M users',
      fallback: '',
      validate: (value) => checks.dau(value, w),
    }),
  })),
  step('date', async (w) => ({
    date: await askText(w, {
      message: 'The interview day',
      placeholder: defaultDate(w.today),
      validate: (value) => checks.date(value, w),
    }),
  })),
  step('timeZone', async (w) => ({
    timeZone: await askText(w, {
      message: "The company's time zone (Enter: yours)",
      placeholder: w.timeZone,
      fallback: w.timeZone,
      validate: (value) => checks.timeZone(value, w),
    }),
  })),
  step('designRounds', async (w) => ({
    designRounds: await askNumber(w, 'How many system design rounds?', 2, checks.designRounds),
  })),
  {
    isDone: ({ rounds = [], designRounds = mostDesignRounds }) => rounds.length >= designRounds,
    ask: async (w) => ({ rounds: [...(w.answers.rounds ?? []), await askRound(w)] }),
  },
  {
    isDone: (answers) => withoutBio(answers) === undefined,
    ask: async (w) => {
      const name = withoutBio(w.answers) ?? '';
      return { bios: { ...w.answers.bios, [name]: await askBio(w, name) } };
    },
  },
  step('level', async (w) => ({
    level: await answered(
      clack.select({
        ...streams(w),
        message: 'The level you interview for',
        options: levels.map((value) => ({ value, label: value })),
        initialValue: levels[1],
      }),
    ),
  })),
  step('gaps', async (w) => ({
    gaps: await answered(
      clack.multiselect({
        ...streams(w),
        message: 'Where do you feel weak? (Space picks, Enter goes on; none is fine)',
        options: w.knowledge.lenses.map(({ id, title }) => ({ value: id, label: title })),
        required: false,
        maxItems: 10,
      }),
    ),
  })),
  step('minutes', async (w) => ({
    minutes: await askNumber(w, 'How many minutes a week can you prepare?', 300, checks.minutes),
  })),
];

/** Asks what is not answered yet. Throws Left on Ctrl+C. */
export async function askAll(wizard: Wizard): Promise<PartialAnswers> {
  let answers = wizard.answers;
  for (const { isDone, ask } of steps)
    while (!isDone(answers)) {
      answers = { ...answers, ...(await ask({ ...wizard, answers })) };
      wizard.keep(answers);
    }
  return answers;
}

/** Whether to go on with the answers of last time. */
export async function askResume(conversation: Conversation, given: number): Promise<boolean> {
  return answered(
    clack.confirm({
      ...streams(conversation),
      message: `${given} ${given === 1 ? 'answer is' : 'answers are'} here from last time. Go on from there?`,
    }),
  );
}

async function askDomain(w: Wizard): Promise<string> {
  const known = await answered(
    clack.select({
      ...streams(w),
      message: 'What does it do? The guide bends to it',
      options: [
        ...knownDomains.map((value): { value: string; label: string } => ({ value, label: value })),
        { value: '', label: 'none of these' },
      ],
      maxItems: 10,
    }),
  );
  return known;
}

async function askRound(w: Wizard): Promise<DesignRound> {
  const before = w.answers.rounds ?? [];
  const count = w.answers.designRounds ?? 1;
  const which = count === 1 ? 'the design round' : `design round ${before.length + 1}`;
  const usual = { start: nextStart(before), minutes: before.at(-1)?.minutes ?? 55 };
  for (;;) {
    const start = await askText(w, {
      message: `When does ${which} start?`,
      placeholder: usual.start,
      fallback: usual.start,
      validate: (value) =>
        checks.start(value) ?? checks.rounds([...before, { start: value, minutes: 15, interviewers: [] }], w),
    });
    const minutes = await askNumber(w, 'How many minutes does it last?', usual.minutes, checks.roundMinutes);
    const fault = checks.rounds([...before, { start, minutes, interviewers: [] }], w);
    if (fault === undefined) {
      const names = await askText(w, {
        message: 'Who interviews? Names with commas between (Enter: not known yet)',
        placeholder: 'Ada Example, Bo Example',
        fallback: '',
        validate: () => undefined,
      });
      return { start, minutes, interviewers: namesIn(names) };
    }
    clack.log.error(fault, streams(w));
  }
}

/** Names with commas between, each once. */
export function namesIn(text: string): string[] {
  const names = text.split(',').map((name) => name.replace(/\s+/g, ' ').trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

/** The next interviewer whose bio was not asked for. */
function withoutBio({ rounds = [], bios = {} }: PartialAnswers): string | undefined {
  return rounds.flatMap((round) => round.interviewers).find((name) => !Object.hasOwn(bios, name));
}
