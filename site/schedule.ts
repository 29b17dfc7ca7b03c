/** The published schedule as the build sees it: its source and the plan of the day on which it was built. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Plan, type ScheduleSource, scheduleSource } from '../generator/model/plan.ts';
import { noProgress } from '../generator/schedule/replay.ts';
import { publishedFolder } from './pack.ts';
import type { Outlook } from './views/outlook.ts';

export function publishedFile(name: 'schedule.json' | 'cards.json' | 'plan.json'): string {
  return readFileSync(join(publishedFolder(), name), 'utf8');
}

const source: ScheduleSource = scheduleSource.parse(JSON.parse(publishedFile('schedule.json')));
const plan: Plan = JSON.parse(publishedFile('plan.json'));

/** What the pages show before their scripts run, or when they never do. */
export const outlook: Outlook = { source, plan, today: plan.today, progress: noProgress, live: false };
