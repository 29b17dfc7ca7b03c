/** The phases of an interview and a round's length in; minute by minute, adding up to the round, out. */
import type { Communication } from '../model/guidance.ts';
import type { LensId } from '../model/ids.ts';
import type { PacedPhase, PanelMember } from '../model/pack.ts';
import { share } from './dives.ts';

/** Whole minutes for each phase, in proportion to a 60-minute round, never under a phase's least. */
export function pace(phases: Communication['phases'], minutes: number): PacedPhase[] {
  const least = phases.reduce((n, p) => n + p.least, 0);
  const lengths =
    least > minutes
      ? share(
          minutes,
          phases.map((p) => p.least / least),
          1,
        )
      : withLeast(phases, minutes);
  let from = 0;
  return phases.map((p, i) => {
    const to = from + (lengths[i] ?? 0);
    const paced = { id: p.id, title: p.title, from, to, goal: p.goal, here: undefined, say: p.say };
    from = to;
    return paced;
  });
}

/** Proportional lengths where phases that would fall under their least keep it and the others share the rest. */
function withLeast(phases: Communication['phases'], minutes: number): number[] {
  const kept = new Set<string>();
  for (;;) {
    const free = phases.filter((p) => !kept.has(p.id));
    const left = minutes - phases.reduce((n, p) => n + (kept.has(p.id) ? p.least : 0), 0);
    const sum = free.reduce((n, p) => n + p.minutes, 0) || 1;
    const short = free.filter((p) => (p.minutes * left) / sum < p.least);
    // What one phase keeps is taken from the others, so that another may now fall short.
    for (const p of short) kept.add(p.id);
    if (short.length > 0) continue;
    const shares = share(
      left,
      free.map((p) => p.minutes / sum),
      0,
    );
    // Whole minutes may round a phase under its least, too.
    const rounded = free.filter((p, i) => (shares[i] ?? 0) < p.least);
    for (const p of rounded) kept.add(p.id);
    if (rounded.length > 0) continue;
    return phases.map((p) => (kept.has(p.id) ? p.least : (shares[free.indexOf(p)] ?? 0)));
  }
}

/** What each member's leading lens wants on the board by when; the files say it for 55 minutes. */
export function readyBy(
  panel: readonly PanelMember[],
  minutes: number,
): { by: number; what: string; lens: LensId }[] {
  const each = panel.filter((m) => m.lenses.length > 0).length > 1 ? 1 : 2;
  const lenses = new Map(
    panel.flatMap((m) => m.lenses.slice(0, each).map((l) => [l.lens.id, l.lens] as const)),
  );
  return [...lenses.values()]
    .flatMap((lens) =>
      lens.haveReady.map((h) => ({
        by: Math.max(1, Math.round((h.by * minutes) / 55)),
        what: h.what,
        lens: lens.id,
      })),
    )
    .sort((a, b) => a.by - b.by);
}
