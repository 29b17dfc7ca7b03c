/** Faults between files: each rule is a small function from everything read to diagnostics. */
import type { Diagnostic } from '../diagnostics.ts';
import type { CrossChecked, Rule } from './cross-rule.ts';
import { few } from './nearest.ts';
import {
  availabilityStartsBefore,
  daysOffMatter,
  designRoundsHaveMinutes,
  loopIsAhead,
  minutesAreEnough,
  roundIdsAreUnique,
  roundsAreNotBefore,
  roundsDoNotOverlap,
  roundsRunForward,
  timesExistOnce,
  zonesExist,
} from './rules-of-days.ts';
import {
  confidencesAddUp,
  problemsAreKnown,
  profileEntriesAreKnown,
  scaleIsAQuantity,
} from './rules-of-knowledge.ts';
import {
  biosAreTheirOwn,
  biosHaveText,
  interviewersAreNamed,
  interviewersHaveFiles,
  namesStandOnce,
} from './rules-of-people.ts';

const crossRules: readonly Rule[] = [
  interviewersHaveFiles,
  interviewersAreNamed,
  biosHaveText,
  biosAreTheirOwn,
  namesStandOnce,
  problemsAreKnown,
  profileEntriesAreKnown,
  scaleIsAQuantity,
  confidencesAddUp,
  roundIdsAreUnique,
  roundsRunForward,
  roundsDoNotOverlap,
  designRoundsHaveMinutes,
  zonesExist,
  timesExistOnce,
  loopIsAhead,
  roundsAreNotBefore,
  availabilityStartsBefore,
  daysOffMatter,
  minutesAreEnough,
];

export function crossCheck(all: CrossChecked): Diagnostic[] {
  return crossRules.flatMap((rule) => few(rule(all), (d) => [d], 50));
}
