/** Buttons, boxes, menus and forms that carry `data-act` or `data-form`, to what they do. */
import { type Later, said } from './room.ts';

/** Said at once, or when the plan that it speaks of is drawn; nothing is said of what can be seen anyway. */
type Answer = string | Later | undefined;
/** An act is over when it is on disk; it does not wait for the plan that comes of it. */
export type Act = (from: HTMLElement) => Promise<Answer> | Answer;
type FormAct = (fields: FormData, form: HTMLFormElement) => Promise<Answer>;

export interface Acts {
  click: Readonly<Record<string, Act>>;
  change: Readonly<Record<string, Act>>;
  submit: Readonly<Record<string, FormAct>>;
}

export interface Speaker {
  say(message: string): void;
  alarm(why: string): void;
}

/**
 * Listens on the host for all that stands in it, now and later. Acts run one after the other: two quick clicks are two.
 * `idle` comes back when none is under way.
 */
export function listen(host: HTMLElement, acts: Acts, speaker: Speaker): { idle(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  /** Only the last act has the word. */
  let spoken = 0;
  const answer = async (given: Answer) => {
    spoken += 1;
    const mine = spoken;
    if (given === undefined || typeof given === 'string') return speaker.say(given ?? '');
    // A line that comes and goes with each tick would move the boxes under the finger.
    speaker.say(given.say === undefined ? '' : 'Planning again …');
    await given.drawn;
    if (mine === spoken) speaker.say(given.say ?? '');
  };
  const alarm = (error: unknown) => speaker.alarm(said(error));
  const run = (work: () => ReturnType<Act>) => {
    running = running.then(async () => {
      try {
        void answer(await work()).catch(alarm);
      } catch (error) {
        alarm(error);
      }
    });
  };
  const named = (event: Event, table: Readonly<Record<string, Act>>) => {
    const from = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-act]') : null;
    const act = from?.dataset.act === undefined ? undefined : table[from.dataset.act];
    if (from && act) run(() => act(from));
  };
  host.addEventListener('click', (event) => named(event, acts.click));
  host.addEventListener('change', (event) => named(event, acts.change));
  host.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    const act = acts.submit[form.dataset.form ?? ''];
    if (act) run(() => act(new FormData(form), form));
  });
  return {
    async idle() {
      for (let last: Promise<void> | undefined; last !== running; ) {
        last = running;
        await last;
      }
    },
  };
}

/** A number or date that an element carries; its absence is our own fault. */
export function dataOf(from: HTMLElement, key: string): string {
  const value = from.dataset[key];
  if (value === undefined) throw new Error(`the page’s “${from.dataset.act}” lacks ${key}`);
  return value;
}
