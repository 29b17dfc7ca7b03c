/** Checksums: a short one for each entry of the log, a long one for an exported file. */

/** CRC-32 as in RFC 1952, section 8: finds an entry that was cut short or changed on disk. Not a signature. */
export function crc32(text: string): number {
  let crc = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

const table = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

/** SHA-256 in hexadecimal. The browser offers it on https, on 127.0.0.1 and in a file, not on plain http elsewhere. */
async function sha256(text: string): Promise<string> {
  if (globalThis.crypto?.subtle === undefined)
    throw new Error(
      'this address is not secure: open the pack over https or on 127.0.0.1 to export and import',
    );
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** By id, in the order of UTF-16 code units: the same on every device. */
export function byId<T extends { id: string }>(events: readonly T[]): T[] {
  return [...events].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The checksum that an exported file carries. */
export function checksumOf(events: readonly { id: string }[]): Promise<string> {
  return sha256(JSON.stringify(byId(events)));
}
