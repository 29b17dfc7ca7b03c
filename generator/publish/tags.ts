/**
 * The tags of HTML that we wrote ourselves. Our printers escape "<" in text but not in attributes, so a tag is only told from
 * a text that looks like one by reading its attributes whole, quotes and all.
 */

const tagPattern =
  /<(\/?)([a-z][a-z0-9-]*)((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*\/?>/gi;
const attributePattern = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g;

export interface Tag {
  /** As it is written, from "<" to ">". */
  whole: string;
  name: string;
  isEnd: boolean;
  /** Attributes as they are written, from the blank before the first to the last quote. */
  attributes: string;
}

/** Each attribute's name and its value as it is written, entities and all. */
export function attributesOf(tag: Tag): [name: string, value: string][] {
  return [...tag.attributes.matchAll(attributePattern)].map((m) => [
    (m[1] ?? '').toLowerCase(),
    m[2] ?? m[3] ?? m[4] ?? '',
  ]);
}

/** A text as it stands between tags. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function tagsOf(html: string): Tag[] {
  return [...html.matchAll(tagPattern)].map(tagOf);
}

/** HTML with each of its tags replaced by what `write` makes of it. */
export function replaceTags(html: string, write: (tag: Tag) => string): string {
  return html.replace(tagPattern, (...m: string[]) => write(tagOf(m)));
}

/** The tag with the values that `write` gives to its attributes; undefined leaves one as it is. */
export function withValues(tag: Tag, write: (name: string, value: string) => string | undefined): string {
  const attributes = tag.attributes.replace(
    attributePattern,
    (whole: string, name: string, ...values: string[]) => {
      const index = values.slice(0, 3).findIndex((value) => value !== undefined);
      const quote = index === 1 ? "'" : '"';
      const written = index < 0 ? undefined : write(name.toLowerCase(), values[index] ?? '');
      return written === undefined ? whole : `${name}=${quote}${written}${quote}`;
    },
  );
  const at = tag.name.length + 1;
  return `${tag.whole.slice(0, at)}${attributes}${tag.whole.slice(at + tag.attributes.length)}`;
}

function tagOf(found: readonly (string | undefined)[]): Tag {
  return {
    whole: found[0] ?? '',
    isEnd: found[1] === '/',
    name: (found[2] ?? '').toLowerCase(),
    attributes: found[3] ?? '',
  };
}
