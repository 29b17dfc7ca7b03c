/** The faces of the cards: only the drill loads them. */
import { publishedFile } from '../schedule.ts';

export const GET = () => new Response(publishedFile('cards.json'));
