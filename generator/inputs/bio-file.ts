/** An interviewer and their bio in, the text of `interviewers/<id>.md` out. */
import { commentedYaml, type YamlBlock } from './commented-yaml.ts';
import type { ImportedBio } from './import-bio.ts';

/** `source` says where the bio came from; it stands as a comment in the front matter. */
export function writeBioFile(
  bio: Pick<ImportedBio, 'name' | 'role' | 'company' | 'links' | 'text'>,
  source?: string,
): string {
  const optional = (key: 'role' | 'company'): YamlBlock[] =>
    bio[key] === undefined ? [] : [{ key, value: bio[key], isShort: true }];
  const header = commentedYaml([
    { key: 'name', value: bio.name, isShort: true },
    ...optional('role'),
    ...optional('company'),
    ...(bio.links.length > 0 ? [{ key: 'links', value: bio.links, isShort: true }] : []),
  ]);
  const note = source === undefined ? '' : `# ${source.replace(/[\p{C}\s]+/gu, ' ').trim()}\n`;
  return `---\n${note}${header}---\n${bio.text}`;
}
