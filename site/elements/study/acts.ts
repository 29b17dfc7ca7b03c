/** Buttons, boxes, menus and forms that carry `data-act` or `data-form`, to what they do. */
import { said } from './room.ts';

/** What an act answers is said to the person; nothing is said of what can be seen anyway. */
export type Act = (from: HTMLElement) => Promise<string | undefined> | string | undefined;
type FormAct = (fields: FormData, form: HTMLFormElement) => Promise<string | undefined>;

export interface Acts {
  click: Readonly<Record<string, Act>>;
  change: Readonly<Record<string, Act>>;
  submit: Readonly<Record<string, FormAct>>;
}

export interface Speaker {
  say(message: string): void;
  alarm(why: string): void;
}

/** Listens on the host for all that stands in it, now and later. Acts run one after the other: two quick clicks are two. */
export function listen(host: HTMLElement, acts: Acts, speaker: Speaker): void {
  let running: Promise<void> = Promise.resolve();
  const run = (work: () => ReturnType<Act>) => {
    running = running.then(async () => {
      try {
        speaker.say((await work()) ?? '');
      } catch (error) {
        speaker.alarm(said(error));
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
}

/** A number or date that an element carries; its absence is our own fault. */
export function dataOf(from: HTMLElement, key: string): string {
  const value = from.dataset[key];
  if (value === undefined) throw new Error(`the page’s “${from.dataset.act}” lacks ${key}`);
  return value;
}
