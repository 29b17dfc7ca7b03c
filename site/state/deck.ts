/** Which cards a drill takes: today's by the plan, or the weakest of a choice. */
import type { Card } from '../../generator/model/card.ts';
import type { Plan, ScheduleSource } from '../../generator/model/plan.ts';
import { recallAt } from '../../generator/schedule/memory.ts';
import type { Progress } from '../../generator/schedule/replay.ts';
import type { DrillFilter } from './kept.ts';

/** Cards of one free practice. */
const practiceSize = 20;

export function matches(filter: DrillFilter): (card: Card) => boolean {
  return (card) =>
    (!filter.round || card.targets.some((t) => t.round === filter.round)) &&
    (!filter.lens || card.lenses.some((lens) => lens === filter.lens)) &&
    (!filter.kind || card.kind === filter.kind) &&
    (!filter.subject || card.subject === filter.subject);
}

/** Today's cards by the plan: what is due first, while the mind is fresh enough to notice that it slipped; then what is new. */
export function todaysCards(plan: Plan): { due: string[]; fresh: string[]; minutes: number } {
  const items =
    plan.days.find((day) => day.date === plan.today)?.items.filter((i) => i.kind === 'cards') ?? [];
  return {
    due: items.flatMap((i) => i.due ?? []),
    fresh: items.flatMap((i) => i.fresh ?? []),
    minutes: items.reduce((sum, i) => sum + i.minutes, 0),
  };
}

/** What would be missed most if it were asked now: importance × what is forgotten. */
export function weakest(
  source: ScheduleSource,
  progress: Progress,
  filter: DrillFilter,
  now: string,
): string[] {
  const loss = (card: Card) => {
    const memory = progress.memory.get(card.id);
    const importance = Math.max(...card.targets.map((t) => t.importance));
    return importance * (1 - (memory ? recallAt(memory, now) : 0));
  };
  return source.cards
    .filter((card) => matches(filter)(card) && !progress.suspended.has(card.id))
    .map((card) => ({ id: card.id, loss: loss(card) }))
    .sort((a, b) => b.loss - a.loss || (a.id < b.id ? -1 : 1))
    .slice(0, practiceSize)
    .map((card) => card.id);
}
