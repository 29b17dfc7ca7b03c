/** Dates, minutes and shares as a person says them. Dates are calendar dates ("2026-11-25"); no clock is read here. */

const form = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
  return (date: string) => format.format(new Date(`${date}T00:00:00Z`));
};

/** "Wednesday, November 25" */
export const longDay = form({ weekday: 'long', month: 'long', day: 'numeric' });
/** "Wed, Nov 25" */
export const shortDay = form({ weekday: 'short', month: 'short', day: 'numeric' });
/** "Wednesday" */
export const weekdayName = form({ weekday: 'long' });
/** "Nov 25" */
export const monthDay = form({ month: 'short', day: 'numeric' });

/** "45 min", "1 h", "2 h 05" */
export function duration(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 60) return `${whole} min`;
  const rest = whole % 60;
  return `${Math.floor(whole / 60)} h${rest === 0 ? '' : ` ${String(rest).padStart(2, '0')}`}`;
}

/** 0 to 1 as "96 %", never rounded up to a promise of 100. */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  return `${whole === 100 && share < 0.9995 ? 99 : whole}%`;
}

export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** "a, b and c" */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** Whole days from one calendar date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Time to the next review as the buttons say it: "10 min", "3 d", "2 mo". */
export function interval(days: number): string {
  if (days < 1 / 24) return `${Math.max(1, Math.round(days * 1440))} min`;
  if (days < 1) return `${Math.round(days * 24)} h`;
  if (days < 45) return `${Math.round(days)} d`;
  if (days < 365) return `${Math.round(days / 30)} mo`;
  return `${(days / 365).toFixed(days < 3650 ? 1 : 0)} y`;
}
