/** `<pp-drill>`: one card after the other, graded by keys and by touch; every grade is on disk before the next card shows. */
import type { CardFaces } from '../../../generator/model/card.ts';
import type { Grade } from '../../../generator/model/history.ts';
import { replay } from '../../../generator/schedule/replay.ts';
import { matches, todaysCards, weakest } from '../../state/deck.ts';
import { startDrill } from '../../state/drill.ts';
import { type DrillFilter, type DrillSession, drillFilter } from '../../state/kept.ts';
import { setKept } from '../../state/log.ts';
import { persist } from '../../state/store.ts';
import type { Study } from '../../state/study.ts';
import { cardPageView, donePageView, startPageView } from '../../views/drill-page.ts';
import type { Html } from '../../views/html.ts';
import { type Act, type Acts, dataOf } from './acts.ts';
import { aside, grade, later, type Moved, undo } from './drill-moves.ts';
import { gradeKeys } from './grade-keys.ts';
import { openPage, region } from './page.ts';
import { planActs, settling } from './plan-acts.ts';
import type { Room } from './room.ts';
import { clockTime, stopwatch } from './stopwatch.ts';

class Drill extends HTMLElement {
  connectedCallback(): void {
    void openDrill(this);
  }
}

async function openDrill(host: HTMLElement): Promise<void> {
  let faces: Map<string, CardFaces> | undefined;
  let filter: DrillFilter = drillFilter(new URLSearchParams(location.search));
  let shown = false;
  /** The card that the watch and the answer belong to: they outlast a redraw that another tab caused. */
  let present: string | undefined;
  const watch = stopwatch();

  const view = async (study: Study): Promise<Html> => {
    const { session } = study;
    const id = session?.queue[0];
    const mark = id === undefined ? undefined : `${id} ${session?.revision}`;
    if (mark !== present) {
      present = mark;
      shown = false;
      watch.restart();
    }
    if (!session) return startPageView(study, filter, study);
    const card = study.source.cards.find((c) => c.id === id);
    if (!card) return donePageView(study, session);
    faces ??= await fetchFaces();
    const its = faces.get(card.id);
    if (!its) throw new Error(`the card “${card.title}” has no answer in this pack: reload the page`);
    return cardPageView(study, {
      card,
      faces: its,
      session,
      progress: study.progress,
      shown,
      now: study.now.instant,
    });
  };

  await openPage(host, { view, acts });
  setInterval(() => {
    const timer = host.querySelector('[data-timer]');
    if (timer) timer.textContent = clockTime(Number(host.dataset.seconds ?? 0) + watch.seconds());
  }, 1000);

  function acts(room: Room): Acts {
    const session = () => room.study().session;
    const redraw = async () => {
      await room.redraw();
      host.dataset.seconds = String(session()?.seconds ?? 0);
    };
    /**
     * Draws what a move left behind. The plan is made again when the deck is through, and all is read again when another
     * tab was faster.
     */
    const moved = async (outcome: Moved | undefined) => {
      if (!outcome) return room.replan('Another tab went on with this drill. This is where it stands now.');
      const { session } = outcome;
      room.advance(outcome.events, (events) => ({ session, progress: replay(events) }));
      await redraw();
      focus('flash-front', 'drill-done');
      return session.queue.length === 0 ? room.replan() : undefined;
    };
    const begin = async (mode: DrillSession['mode'], queue: string[]) => {
      if (queue.length === 0) return 'No card matches.';
      void persist();
      const date = (await room.now()).date;
      const session = startDrill({ date, mode, filter, queue });
      await room.store.keep('session', session);
      room.advance([], () => ({ session }));
      await redraw();
      focus('flash-front');
      return undefined;
    };
    const withSession =
      (work: (session: DrillSession, at: string) => Promise<Moved | undefined>): Act =>
      async () => {
        const current = session();
        return current ? moved(await work(current, (await room.now()).instant)) : undefined;
      };
    const gradeIt = (given: Grade) =>
      withSession((current, at) =>
        grade(room.store, current, { at, grade: given, seconds: watch.seconds() }),
      );
    const common = planActs(room);
    const show: Act = async () => {
      shown = true;
      await redraw();
      focus('flash-back');
      return undefined;
    };
    gradeKeys(host);
    host.dataset.seconds = String(session()?.seconds ?? 0);
    return {
      click: {
        ...common.click,
        async start() {
          // The deck is the newest plan's: what was graded a moment ago is not in it.
          const { plan, source } = await room.newest();
          const { due, fresh } = todaysCards(plan);
          const wanted = new Set(source.cards.filter(matches(filter)).map((card) => card.id));
          return begin(
            'plan',
            [...due, ...fresh].filter((id) => wanted.has(id)),
          );
        },
        practice: async () => {
          const { source, progress } = room.study();
          return begin('free', weakest(source, progress, filter, (await room.now()).instant));
        },
        show,
        grade: (from) => {
          const given = gradeOf(dataOf(from, 'grade'));
          return shown ? gradeIt(given)(from) : undefined;
        },
        undo: withSession((current, at) => undo(room.store, current, at, closing(room.study(), current))),
        later: withSession((current) => later(room.store, current)),
        aside: withSession((current, at) => aside(room.store, current, at)),
        async 'take-up'(from) {
          const card = dataOf(from, 'card');
          await room.append({ kind: 'resume', at: (await room.now()).instant, card });
          return room.replan('Taken up again.');
        },
        stop: leave,
        again: leave,
      },
      change: {
        async filter(from) {
          const { [dataOf(from, 'filter')]: _, ...others } = Object.fromEntries(Object.entries(filter));
          const value = from instanceof HTMLSelectElement ? from.value : '';
          filter = drillFilter(
            new URLSearchParams({ ...others, ...(value ? { [dataOf(from, 'filter')]: value } : {}) }),
          );
          await redraw();
          return undefined;
        },
      },
      submit: {},
    };

    async function leave() {
      await room.store.together((tx) => setKept(tx, 'session', null));
      room.advance([], () => ({ session: undefined }));
      await redraw();
      return room.replan();
    }
  }

  function focus(...ids: string[]): void {
    const target = ids.map((id) => region(host, 'view').querySelector<HTMLElement>(`#${id}`)).find(Boolean);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'nearest' });
  }
}

/** What ticked the day's deck off, when its last card is being taken back. */
function closing({ read }: Study, session: DrillSession): string | undefined {
  if (session.queue.length > 0) return undefined;
  return settling(read.events, 'done', `cards:${session.date}`, session.date)?.id;
}

async function fetchFaces(): Promise<Map<string, CardFaces>> {
  const response = await fetch('/cards.json', { cache: 'no-cache' });
  if (!response.ok) throw new Error(`the cards did not load (${response.status})`);
  const all: CardFaces[] = await response.json();
  return new Map(all.map((faces) => [faces.id, faces]));
}

function gradeOf(said: string): Grade {
  const grades: Grade[] = [1, 2, 3, 4];
  const found = grades.find((g) => String(g) === said);
  if (!found) throw new Error(`no grade “${said}”`);
  return found;
}

customElements.define('pp-drill', Drill);
