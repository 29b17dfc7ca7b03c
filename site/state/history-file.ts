/** The exported file: events → text, and text → events with every fault said in words that a person can act on. */
import type { HistoryEvent, HistoryFile } from '../../generator/model/history.ts';
import { fail, fields, filled, instant, listOf, only, type Parsed, parsed, text } from './check.ts';
import { byId, checksumOf } from './checksum.ts';
import { event } from './parse-event.ts';

const format: HistoryFile['format'] = 'panelprep-history';
const version: HistoryFile['version'] = 1;
/** A year of hard work is about 3 MB. */
const mostCharacters = 32 * 1024 * 1024;

export async function writeHistory(
  pack: string,
  exportedAt: string,
  events: readonly HistoryEvent[],
): Promise<string> {
  const sorted = byId(events);
  const file: HistoryFile = {
    format,
    version,
    pack,
    exportedAt,
    events: sorted,
    checksum: await checksumOf(sorted),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** Reads an export. A file that is cut, edited, of another format or of a newer version gives a fault, never half of it. */
export async function readHistory(content: string): Promise<Parsed<HistoryFile>> {
  if (content.length > mostCharacters) return fault('The file is larger than any history: over 32 MB.');
  let raw: unknown;
  try {
    raw = JSON.parse(content);
  } catch {
    return fault('The file is not complete JSON: it was cut short, or it is not an export of this page.');
  }
  const read = parsed(() => file(raw));
  if (!read.ok) return read;
  if ((await checksumOf(rawEvents(raw))) !== read.value.checksum)
    return fault(
      'The checksum does not fit the events: the file was damaged or edited after it was exported.',
    );
  return read;
}

/** The events as they stand in the file: the checksum is over its own order of keys. */
function rawEvents(raw: unknown): { id: string }[] {
  return listOf((value, at) => ({ ...fields(value, at), id: filled(fields(value, at).id, `${at}.id`) }))(
    fields(raw, 'The file').events,
    'events',
  );
}

function fault(message: string): Parsed<HistoryFile> {
  return { ok: false, fault: message };
}

function file(raw: unknown): HistoryFile {
  const given = fields(raw, 'The file');
  if (given.format !== format) fail('The file’s format', `"${format}"`, given.format);
  if (given.version !== version) {
    const newer = typeof given.version === 'number' && given.version > version;
    fail(
      'The file’s version',
      newer ? `${version}; a newer Panelprep wrote it` : `${version}`,
      given.version,
    );
  }
  only(given, ['format', 'version', 'pack', 'exportedAt', 'events', 'checksum'], 'The file');
  const events = listOf(event)(given.events, 'events');
  const ids = new Set<string>();
  for (const { id } of events) {
    if (ids.has(id)) fail('events', 'each id once', id);
    ids.add(id);
  }
  const checksum = text(given.checksum, 'checksum');
  if (!/^[0-9a-f]{64}$/.test(checksum)) fail('checksum', '64 hexadecimal digits', checksum);
  return {
    format,
    version,
    pack: text(given.pack, 'pack'),
    exportedAt: instant(given.exportedAt, 'exportedAt'),
    events,
    checksum,
  };
}
