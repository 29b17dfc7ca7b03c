/** Interviewers, their readings and the candidate in; what each panel member means for this candidate out. */
import { contactsIn, maskedSlice } from '../model/contacts.ts';
import type { Inputs } from '../model/inputs.ts';
import type { Interviewer } from '../model/interviewer.ts';
import type { PanelMember } from '../model/pack.ts';
import type { Reading } from '../model/reading.ts';
import { gapFor } from './gaps.ts';

/** Under this much evidence a bio is thin: read, but not leaned on. */
const thinEvidence = 2;

/** One member for every interviewer that a round names, in the order of the rounds; a missing file is no signal. */
export function panelMembers(inputs: Inputs, readings: ReadonlyMap<string, Reading>): PanelMember[] {
  const ids = [
    ...new Set(inputs.loop.rounds.flatMap((r) => [...(r.lead ? [r.lead] : []), ...r.interviewers])),
  ];
  return ids.map((id) => {
    const file = inputs.interviewers.find((i) => i.id === id);
    const reading = readings.get(id) ?? { lenses: [], warnings: [] };
    return member(id, file, file ? quotable(reading, file) : reading, inputs);
  });
}

/** A reading is verbatim; what enters the pack is shown to others, so its quotes keep an address or a number to themselves. */
function quotable(reading: Reading, { bio, bioOffset }: Interviewer): Reading {
  const contacts = contactsIn(bio);
  const shown = (start: number, end: number) =>
    maskedSlice(bio, contacts, start - bioOffset, end - bioOffset);
  const lenses = reading.lenses.map((lens) => ({
    ...lens,
    evidence: lens.evidence.map((e) => ({ ...e, quote: shown(e.start, e.end) })),
  }));
  return { ...reading, lenses };
}

function member(id: string, file: Interviewer | undefined, reading: Reading, inputs: Inputs): PanelMember {
  const evidence = reading.lenses.reduce((n, lens) => n + lens.evidence.length, 0);
  return {
    id,
    name: file?.name ?? nameFromId(id),
    role: file?.role,
    company: file?.company,
    links: file?.links ?? [],
    reading,
    signal: reading.lenses.length === 0 ? 'none' : evidence <= thinEvidence ? 'thin' : 'read',
    rounds: inputs.loop.rounds.filter((r) => r.lead === id || r.interviewers.includes(id)).map((r) => r.id),
    lenses: reading.lenses.slice(0, 4).flatMap((read) => {
      const lens = inputs.knowledge.lenses.find((l) => l.id === read.id);
      if (!lens) return [];
      const strongest = [...read.evidence].sort((a, b) => b.contribution - a.contribution);
      return [
        {
          lens,
          weight: read.weight,
          quotes: strongest.slice(0, 3).map((e) => e.quote),
          gap: gapFor(read.id, inputs.profile, inputs.knowledge),
        },
      ];
    }),
  };
}

/** A name to show when no file says it: "t-vancewood" → "T Vancewood". */
function nameFromId(id: string): string {
  return id
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ');
}
