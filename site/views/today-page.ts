/** The page of the day from what is known: at build without a history, in the browser with it. */
import type { HistoryEvent } from '../../generator/model/history.ts';
import type { Study } from '../state/study.ts';
import { type Html, html } from './html.ts';
import { changesView, damagedView, messagesView, redoneView, sampleClockView } from './notices.ts';
import { comingRounds, dateIn, type Outlook, roundDate } from './outlook.ts';
import { todayView } from './today.ts';
import { count, duration, shortDay } from './words.ts';

export function todayPageView(outlook: Outlook, study?: Study): Html {
  const { plan, source, today } = outlook;
  const day = plan.days.find((d) => d.date === today);
  const date = roundDate(outlook);
  const round = comingRounds(outlook).find((r) => r.kind === 'system-design') ?? comingRounds(outlook)[0];
  return html`${noticesView(outlook, study)}${redoneView(study?.redone ?? [])}${messagesView(plan.messages)}${todayView(
    {
      plan,
      live: outlook.live,
      rounds: source.rounds,
      nextRound: round && { round, date: date(round) },
      sitting: study?.sitting && {
        item: study.sitting.item,
        minutes: minutesBetween(study.sitting.startedAt, study.now.instant),
      },
      setAside: study ? setAside(study) : [],
      minutesToday: day?.budget ?? 0,
      graded: study ? gradedView(study) : '',
    },
  )}`;
}

/** What stands above a schedule page's own matter. */
export function noticesView({ source, today, plan, live }: Outlook, study?: Study): Html {
  const until = plan.days.at(-1)?.date ?? today;
  return html`${source.asOf === undefined ? '' : sampleClockView(source.asOf, today, until, live)}${damagedView(study?.read.damaged ?? [])}${changesView(study?.changes)}`;
}

/** Cards graded today leave the plan of the day; the record of them stays. */
function gradedView({ read, source, today, progress }: Study): Html | '' {
  const date = dateIn(source.availability.timeZone);
  const undone = undoneIds(read.events);
  const graded = read.events.filter((e) => e.kind === 'review' && !undone.has(e.id) && date(e.at) === today);
  if (graded.length === 0) return '';
  const seconds = graded.reduce((sum, e) => sum + (e.kind === 'review' ? e.seconds : 0), 0);
  const known = progress.memory.size;
  return html`<p class="graded">${count(graded.length, 'card')} graded today in ${duration(Math.max(1, seconds / 60))}; ${known} of ${source.cards.length} met so far.</p>`;
}

/** Entries of today that were skipped or moved away, and what takes that back. */
function setAside({ read, today, source, plan }: Study) {
  const undone = undoneIds(read.events);
  const title = (item: string) =>
    item.startsWith('cards:')
      ? 'Cards'
      : (source.material.find((m) => item === m.id || item.startsWith(`${m.id}:`))?.title ??
        plan.days.flatMap((d) => d.items).find((i) => i.id === item)?.title ??
        item);
  return read.events.flatMap((e) => {
    if (undone.has(e.id)) return [];
    if (e.kind === 'skip' && e.date === today) return [{ title: title(e.item), what: 'skipped', undo: e.id }];
    return e.kind === 'move' && e.from === today
      ? [{ title: title(e.item), what: `moved to ${shortDay(e.to)}`, undo: e.id }]
      : [];
  });
}

export function undoneIds(events: readonly HistoryEvent[]): Set<string> {
  return new Set(events.flatMap((e) => (e.kind === 'undo' ? [e.of] : [])));
}

const minutesBetween = (from: string, to: string) =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 60_000));
