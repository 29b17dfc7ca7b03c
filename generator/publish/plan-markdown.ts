/** A plan in; Markdown with a box to tick for each entry out. */
import type { Plan, PlanDay, ScheduleSource } from '../model/plan.ts';

export function planMarkdown(source: ScheduleSource, plan: Plan): string {
  const rounds = new Map(source.rounds.map((r) => [r.id, r]));
  const lines = [
    `# Plan for ${plain(source.company)}`,
    '',
    ...plan.messages.flatMap((m) => [`> ${plain(m)}`, '']),
    ...(plan.days.length === 0
      ? []
      : [
          `From ${plan.today}: ${plan.days.reduce((sum, d) => sum + d.minutes, 0)} minutes over ${plan.days.filter((d) => d.minutes > 0).length} days, **${percent(plan.expectedRecall)}** expected recall on the day.`,
          '',
          ...plan.byRound.map((r) => {
            const round = rounds.get(r.round);
            return `- ${plain(round?.title ?? r.round)}${round?.problemTitle ? ` (${plain(round.problemTitle)})` : ''}: ${percent(r.recall)} of ${r.cards} cards`;
          }),
          '',
        ]),
    ...plan.weeks.flatMap((week) => [
      `## Week of ${week.from}`,
      '',
      `${week.minutes} of ${week.budget} minutes · ${week.fresh} new cards · ${week.due} reviews · recall on the day, if it ended here: ${percent(week.recall)}`,
      '',
      ...plan.days
        .filter((d) => d.date >= week.from && d.date <= week.to && d.items.length > 0)
        .flatMap(dayLines),
    ]),
    ...(plan.cut.length === 0
      ? []
      : ['## What will not fit', '', ...plan.cut.map((c) => `- ${plain(c.title)}`), '']),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function dayLines(day: PlanDay): string[] {
  return [
    `### ${weekday(day.date)} ${day.date}, ${day.minutes} minutes (${day.phase})`,
    '',
    ...day.items.map((i) => `- [${i.done ? 'x' : ' '}] ${plain(i.title)} (${i.minutes} min)`),
    '',
  ];
}

function weekday(date: string): string {
  return new Intl.DateTimeFormat('en-US', { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T12:00:00Z`),
  );
}

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

/** Titles are text: what Markdown would read as markup is escaped. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&').replace(/\s+/g, ' ');
}
