/** `<pp-outlook>`: the overview's card, from the plan that a schedule page made last, or from the build's. It plans nothing. */
import { databaseName, openDatabase } from '../state/database.ts';
import type { LastPlan } from '../state/kept.ts';
import { readKept } from '../state/log.ts';
import { duration, percent } from '../views/words.ts';

class Outlook extends HTMLElement {
  connectedCallback(): void {
    // A page that cannot read what was kept says what the build knew.
    this.update().catch(() => undefined);
  }

  private async update(): Promise<void> {
    const { name, asOf, timeZone, planned } = this.dataset;
    if (!name || !timeZone || !planned) return;
    const kept = await keptOf(name);
    const date = asOf === undefined ? dateNow(timeZone) : (kept.sampleDay ?? asOf);
    const last = kept.lastPlan;
    if (last) this.say('recall', percent(last.expectedRecall));
    const minutes = minutesOn(date, last, new Map(Object.entries(JSON.parse(planned))));
    this.say('minutes', minutes > 0 ? duration(minutes) : 'Nothing');
  }

  private say(part: 'recall' | 'minutes', words: string): void {
    const place = this.querySelector(`[data-${part}]`);
    if (place) place.textContent = words;
  }
}

async function keptOf(name: string): Promise<{ lastPlan?: LastPlan; sampleDay?: string | null }> {
  const known = await indexedDB.databases?.();
  // Looking must not make an empty database.
  if (known && !known.some((db) => db.name === databaseName(name))) return {};
  const db = await openDatabase(name, () => undefined);
  try {
    const [lastPlan, sampleDay] = [await readKept(db, 'lastPlan'), await readKept(db, 'sampleDay')];
    return { ...(lastPlan ? { lastPlan } : {}), ...(sampleDay ? { sampleDay } : {}) };
  } finally {
    db.close();
  }
}

/** What today still asks: as the last plan left it, else as it was planned before. A day that no plan holds asks nothing. */
function minutesOn(date: string, last: LastPlan | undefined, built: Map<string, unknown>): number {
  if (last?.today === date) return last.minutesToday;
  const minutes = last ? last.days.find((day) => day.date === date)?.minutes : built.get(date);
  return typeof minutes === 'number' ? minutes : 0;
}

const dateNow = (timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date());

customElements.define('pp-outlook', Outlook);
