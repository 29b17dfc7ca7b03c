/** `templates/` and the candidate's overlay in; the Markdown skeletons by name out. */
import { relative } from 'node:path';
import type { Diagnostic } from '../diagnostics.ts';
import { listFolder } from './folder.ts';
import { readText } from './read-text.ts';

export interface TemplatesRead {
  templates: Map<string, { file: string; text: string }>;
  diagnostics: Diagnostic[];
}

export function loadTemplates(base: string, overlay: string | undefined, cwd: string): TemplatesRead {
  const templates = new Map<string, { file: string; text: string }>();
  const diagnostics: Diagnostic[] = [];
  for (const [name, path] of listFolder(base, overlay)) {
    if (!/^[a-z-]+\.md$/.test(name)) continue;
    const file = relative(cwd, path) || path;
    const read = readText(path, file);
    if (read.ok) templates.set(name.slice(0, -3), { file, text: read.text });
    else diagnostics.push(read.diagnostic);
  }
  return { templates, diagnostics };
}
