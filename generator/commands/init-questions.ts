/** Single questions on a terminal; leaving is an exception, so that no question has to think of it. */
import type { Readable, Writable } from 'node:stream';
import * as clack from '@clack/prompts';

/** Where the wizard talks. */
export interface Conversation {
  input: Readable & { isTTY?: boolean };
  output: Writable;
  /** The person's editor, as in $EDITOR: a program and its arguments. */
  editor: string | undefined;
  cwd: string;
}

/** Thrown when the person leaves: what was answered is kept. */
export class Left extends Error {}

export function streams({ input, output }: Conversation) {
  return { input, output };
}

export async function answered<T>(question: Promise<T | typeof clack.CANCEL_SYMBOL>): Promise<T> {
  const answer = await question;
  if (isLeft(answer)) throw new Left();
  return answer;
}

function isLeft<T>(answer: T | typeof clack.CANCEL_SYMBOL): answer is typeof clack.CANCEL_SYMBOL {
  return clack.isCancel(answer);
}

interface TextQuestion {
  message: string;
  placeholder?: string;
  /** What Enter alone means. */
  fallback?: string;
  validate(value: string): string | undefined;
}

/** What is typed, trimmed. */
export async function askText(
  w: Conversation,
  { message, placeholder, fallback, validate }: TextQuestion,
): Promise<string> {
  const text = await answered(
    clack.text({
      ...streams(w),
      message,
      ...(placeholder === undefined ? {} : { placeholder }),
      ...(fallback === undefined ? {} : { defaultValue: fallback }),
      validate: (value = '') =>
        value.trim() === '' && fallback !== undefined ? undefined : validate(value.trim()),
    }),
  );
  return text.trim();
}

export async function askNumber(
  w: Conversation,
  message: string,
  usual: number,
  check: (value: number) => string | undefined,
): Promise<number> {
  const text = await askText(w, {
    message,
    placeholder: String(usual),
    fallback: String(usual),
    validate: (value) => check(Number(value === '' ? Number.NaN : value)),
  });
  return Number(text);
}
