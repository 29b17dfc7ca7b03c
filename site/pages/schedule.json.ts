/** What a plan is a function of: the schedule pages load it. */
import { publishedFile } from '../schedule.ts';

export const GET = () => new Response(publishedFile('schedule.json'));
