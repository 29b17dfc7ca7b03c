/** A day's items in; sittings of the preferred length out, no item cut. */
import type { PlanDay, PlanItem } from '../model/plan.ts';

/** A sitting may be this much longer than preferred before it is parted. */
const slack = 1.25;

export function sittingsOf(items: readonly PlanItem[], sessionMinutes: number): PlanDay['sessions'] {
  const sittings: PlanDay['sessions'] = [];
  for (const { id, minutes } of items) {
    const current = sittings.at(-1);
    if (current && current.minutes + minutes <= sessionMinutes * slack) {
      current.items.push(id);
      current.minutes += minutes;
    } else sittings.push({ minutes, items: [id] });
  }
  return sittings;
}
