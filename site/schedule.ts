/** What the schedule pages show before their scripts run, or when they never do: the plan of the day of the build. */
import { noProgress } from '../generator/schedule/replay.ts';
import { plan, schedule } from './pack.ts';
import type { Outlook } from './views/outlook.ts';

export const outlook: Outlook = {
  source: schedule,
  plan,
  today: plan.today,
  progress: noProgress,
  live: false,
};
