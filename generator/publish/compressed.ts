/** Answers as they were given in; the same, compressed where the browser takes it and it makes them smaller, out. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Text goes as Brotli or gzip, made while it is sent: nothing lies beside the site that a swap could leave behind. Fonts,
 * decks and the search index are packed already and go as they are.
 */
export function compressed(handler: Handler): Handler {
  const compress = compression({ filter: (request, response) => isWhole(request, response) });
  return (request, response) => compress(request, response, () => handler(request, response));
}

/** A part of a file is counted in the bytes of the file, and an event must not wait in a buffer for the next. */
function isWhole(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.headers.range !== undefined) return false;
  if (String(response.getHeader('Content-Type')).startsWith('text/event-stream')) return false;
  return compression.filter(request, response);
}
