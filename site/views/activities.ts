/** What a session can hold, in words. */
import type { ActivityKind } from '../../generator/model/plan.ts';

export const activityWords: Record<ActivityKind, string> = {
  cards: 'Cards',
  read: 'Read',
  breadth: 'Breadth',
  estimate: 'Estimate',
  schema: 'Schema',
  dive: 'Deep dive',
  mock: 'Mock',
  whiteboard: 'Whiteboard',
  story: 'Story',
  postmortem: 'Postmortem',
  feedback: 'Feedback',
  build: 'Build',
  'rapid-fire': 'Rapid fire',
  'cheat-sheet': 'Cheat sheet',
  refresher: 'Refresher',
};
