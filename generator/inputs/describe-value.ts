/** A faulty value in; what was found in few words, and the spelling that was probably meant, out. */
import { visible } from '../diagnostics.ts';
import { idPattern } from '../model/ids.ts';
import type { Path } from './yaml-source.ts';

const privateKeys = new Set(['contact', 'notes', 'summary', 'email', 'phone']);

export function isPrivate(path: Path): boolean {
  return path.some((part) => privateKeys.has(String(part)));
}

/** The value in few words. What is private is named by its type only. */
export function describeValue(value: unknown, path: Path): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object') return 'keys with values';
  if (isPrivate(path)) return typeof value === 'string' ? 'text' : `a ${typeof value}`;
  if (typeof value === 'string') return value === '' ? 'an empty text' : `"${short(value)}"`;
  if (typeof value !== 'number') return String(value);
  if (Number.isNaN(value)) return '.nan, which is no number';
  return Number.isFinite(value) ? `the number ${value}` : 'a number without end';
}

/** One line of at most 40 characters, those that cannot be seen written as their codes. */
export function short(text: string): string {
  const line = [...visible(text.slice(0, 200).replace(/\s+/g, ' '))];
  return line.length > 40 ? `${line.slice(0, 39).join('')}…` : line.join('');
}

/** "Write "09:30"." when the text is a known way of writing what `accepts` accepts. */
export function mendText(value: unknown, accepts: (text: string) => boolean): string | undefined {
  if (typeof value !== 'string' || value.length > 100) return undefined;
  const missing = missingDay(value);
  if (missing !== undefined && accepts('2026-12-18')) return missing;
  const meant = [asTime(value), asDate(value), idOf(value)].find(
    (text) => text !== undefined && accepts(text),
  );
  if (meant !== undefined) return `Write ${/:/.test(meant) ? `"${meant}"` : meant}.`;
  if (accepts('10:00') && !accepts('a'))
    return 'Write hours from 00 to 23 and minutes from 00 to 59: "09:30".';
  return accepts('2026-12-18') && !accepts('a') ? 'Write year, month and day: 2026-12-18.' : undefined;
}

/** "9:30", "9.30 am", "14h", "900". */
function asTime(text: string): string | undefined {
  const match = /^\s*(\d{1,2}?)(?:[:.h]?([0-5]\d)(?::\d\d)?)?\s*(?:h|uhr|([ap])\.?m\.?)?\s*$/i.exec(text);
  if (!match) return undefined;
  const half = match[3]?.toLowerCase();
  const hour = Number(match[1]);
  if (half && (hour < 1 || hour > 12)) return undefined;
  const whole = half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour;
  return whole > 23 ? undefined : `${String(whole).padStart(2, '0')}:${match[2] ?? '00'}`;
}

/** "18.12.2026", "2026/12/8", "12/18/2026"; nothing where day and month could be either. */
function asDate(text: string): string | undefined {
  const yearFirst = /^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (yearFirst) return dateOf(yearFirst[1], yearFirst[2], yearFirst[3]);
  const yearLast = /^\s*(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})\s*$/.exec(text);
  if (yearLast) {
    const [, first, mark, second, year] = yearLast;
    if (Number(first) > 12 || mark === '.') return dateOf(year, second, first);
    return Number(second) > 12 ? dateOf(year, first, second) : undefined;
  }
  const named =
    /^(?:[a-z]{3,9}\.?,?\s+)?(?:(\d{1,2})\.?\s+)?([a-z]{3})[a-z]*\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})\s*$/i.exec(
      text,
    );
  const month = named ? months.indexOf((named[2] ?? '').toLowerCase()) + 1 : 0;
  return named && month > 0 ? dateOf(named[4], String(month), named[1] ?? named[3]) : undefined;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthNames = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' });

function dateOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | undefined {
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined;
}

/** A date in the right form of a day that the calendar does not have. */
function missingDay(text: string): string | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (month < 1 || month > 12)
    return `There is no month ${match[2]}: write year, month and day, like 2026-12-18.`;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day >= 1 && day <= days) return undefined;
  return `${monthNames.format(Date.UTC(year, month - 1))} ${year} has ${days} days: write one of them.`;
}

/** "Design 1" → "design-1"; a name that some system keeps for itself gets a number: "con-1". */
export function idOf(text: string): string | undefined {
  const id = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{C}'’]+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 64)
    .replace(/^-+|-+$/g, '');
  if (id === '') return undefined;
  return idPattern.test(id) ? id : `${id}-1`;
}
