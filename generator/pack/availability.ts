/** The profile's minutes, or what we assume where it says nothing. */
import type { Inputs } from '../model/inputs.ts';
import type { Availability } from '../model/plan.ts';

/** Five and a half hours a week: an evening sitting on working days, more on the weekend. */
const assumedMinutes = { mon: 45, tue: 45, wed: 45, thu: 45, fri: 30, sat: 60, sun: 60 };
const assumedSession = 45;

/** Days of the plan are days in `timeZone`: the candidate's, else the loop's. */
export function availabilityOf({ profile, loop }: Inputs): Availability {
  const said = profile.availability;
  return said
    ? {
        timeZone: said.timeZone,
        ...(said.start ? { start: said.start } : {}),
        minutesPerDay: said.minutesPerDay,
        daysOff: said.daysOff,
        sessionMinutes: said.sessionMinutes,
        assumed: false,
      }
    : {
        timeZone: loop.timeZone,
        minutesPerDay: assumedMinutes,
        daysOff: [],
        sessionMinutes: assumedSession,
        assumed: true,
      };
}
