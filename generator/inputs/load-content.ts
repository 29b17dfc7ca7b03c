/** `content/` (and the candidate's overlay) in, the knowledge out, with every fault of every file. */
import { relative } from 'node:path';
import type { z } from 'zod';
import type { Diagnostic } from '../diagnostics.ts';
import { communicationSchema, mistakesSchema, signalsSchema } from '../model/guidance.ts';
import { lensIds } from '../model/ids.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { type Lens, lensSchema } from '../model/lens.ts';
import { type Pattern, patternSchema } from '../model/pattern.ts';
import {
  apiSchema,
  architectureSchema,
  choicesSchema,
  diveFrontMatter,
  estimatesSchema,
  failuresSchema,
  type Problem,
  questionsSchema,
  scalingSchema,
  schemaSchema,
  sheetFrontMatter,
  slosSchema,
} from '../model/problem.ts';
import { numbersSchema, technologiesSchema } from '../model/technology.ts';
import { describeValue, short } from './describe-value.ts';
import { listFolder } from './folder.ts';
import { readFrontMatter } from './front-matter.ts';
import { readText } from './read-text.ts';
import { splitSections } from './sections.ts';
import { validate } from './validate.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

export interface KnowledgeRead {
  knowledge: Knowledge | undefined;
  /** Parsed YAML by shown path, and Markdown bodies with the line they begin on: for the places of later faults. */
  sources: ReadonlyMap<string, YamlSource>;
  bodies: ReadonlyMap<string, { text: string; firstLine: number }>;
  diagnostics: Diagnostic[];
}

/** Reads the whole knowledge base. `knowledge` is undefined when something in it is faulty. */
export function loadContent(base: string, overlay: string | undefined, cwd: string): KnowledgeRead {
  const files = listFolder(base, overlay);
  const diagnostics: Diagnostic[] = [];
  const sources = new Map<string, YamlSource>();
  const bodies = new Map<string, { text: string; firstLine: number }>();
  const show = (path: string) => relative(cwd, path) || path;
  const missing = (name: string): Diagnostic => ({
    severity: 'error',
    file: show(`${base}/${name}`),
    line: 1,
    column: 1,
    found: 'no such file',
    expected: 'a file of the knowledge base',
    mend: 'Restore it from the repository.',
  });

  const text = (name: string): { file: string; text: string } | undefined => {
    const path = files.get(name);
    if (path === undefined) {
      diagnostics.push(missing(name));
      return undefined;
    }
    const read = readText(path, show(path));
    if (read.ok) return { file: show(path), text: read.text };
    diagnostics.push(read.diagnostic);
    return undefined;
  };
  const check = <S extends z.ZodType>(source: YamlSource | undefined, schema: S): z.output<S> | undefined => {
    if (!source) return undefined;
    sources.set(source.file, source);
    const { value, diagnostics: faults } = validate(source, schema);
    diagnostics.push(...faults);
    return value;
  };
  const yaml = <S extends z.ZodType>(name: string, schema: S): z.output<S> | undefined => {
    const found = text(name);
    if (!found) return undefined;
    const read = readYaml(found.file, found.text);
    diagnostics.push(...read.diagnostics);
    return check(read.source, schema);
  };
  /** A file whose front matter holds its id has the id in its path, too: two with one id would overwrite each other's page. */
  const named = (source: YamlSource | undefined, id: string, path: string) => {
    const found: unknown = source?.value;
    if (!source || typeof found !== 'object' || found === null || !('id' in found) || found.id === id) return;
    diagnostics.push({
      severity: 'error',
      file: source.file,
      ...source.locate(['id']),
      found: `the id ${describeValue(found.id, ['id'])} in ${path}`,
      expected: `the id that its path has, ${short(id)}`,
      mend: 'Give both the same id.',
    });
  };
  const markdown = <S extends z.ZodType>(name: string, schema: S, id?: string) => {
    const found = text(name);
    if (!found) return undefined;
    const split = readFrontMatter(found.file, found.text);
    diagnostics.push(...split.diagnostics);
    if (!split.source && split.diagnostics.length === 0)
      diagnostics.push({
        ...missing(name),
        file: found.file,
        found: 'no front matter',
        mend: 'Begin the file with "---".',
      });
    const head = check(split.source, schema);
    if (id !== undefined) named(split.source, id, name);
    bodies.set(found.file, {
      text: split.body,
      firstLine: found.text.slice(0, split.bodyOffset).split('\n').length,
    });
    return head === undefined ? undefined : { head, body: split.body, file: found.file };
  };

  const listed = (folder: string, pattern: RegExp) =>
    [...files.keys()].filter((f) => f.startsWith(folder) && pattern.test(f));
  const lenses: Lens[] = [];
  for (const id of lensIds) {
    const read = markdown(`lenses/${id}.md`, lensSchema);
    if (read) lenses.push({ ...read.head, body: read.body, file: read.file });
  }
  const patterns: Pattern[] = [];
  for (const name of listed('patterns/', /^patterns\/[^/]+\.md$/)) {
    const read = markdown(name, patternSchema, name.split('/').at(-1)?.replace(/\.md$/, ''));
    if (read) patterns.push({ ...read.head, body: read.body, file: read.file });
  }
  const problems: Problem[] = [];
  for (const name of listed('problems/', /^problems\/[^/]+\/sheet\.md$/)) {
    const read = markdown(name, sheetFrontMatter, name.split('/')[1]);
    if (!read) continue;
    const folder = name.slice(0, -'sheet.md'.length);
    const split = splitSections(
      read.body,
      read.file,
      bodies.get(read.file)?.firstLine ?? 1,
      read.head.status === 'full',
    );
    diagnostics.push(...split.diagnostics);
    const problem: Problem = { ...read.head, sections: split.sections, file: read.file };
    if (read.head.status === 'full') {
      const depth = {
        estimates: yaml(`${folder}estimates.yaml`, estimatesSchema),
        architecture: yaml(`${folder}architecture.yaml`, architectureSchema),
        api: yaml(`${folder}api.yaml`, apiSchema),
        schema: yaml(`${folder}schema.yaml`, schemaSchema),
        failures: yaml(`${folder}failures.yaml`, failuresSchema),
        slos: yaml(`${folder}slos.yaml`, slosSchema),
        choices: yaml(`${folder}choices.yaml`, choicesSchema),
        questions: yaml(`${folder}questions.yaml`, questionsSchema),
        scaling: yaml(`${folder}scaling.yaml`, scalingSchema),
        dives: listed(`${folder}dives/`, /\.md$/).flatMap((dive) => {
          const found = markdown(dive, diveFrontMatter);
          return found ? [{ ...found.head, body: found.body }] : [];
        }),
      };
      const { estimates, architecture, api, schema, failures, slos, choices, questions, scaling, dives } =
        depth;
      if (estimates && architecture && api && schema && failures && slos && choices && questions && scaling)
        problem.depth = {
          estimates,
          architecture,
          api,
          schema,
          failures,
          slos,
          choices,
          questions,
          scaling,
          dives,
        };
    }
    problems.push(problem);
  }
  const technologies = yaml('technologies.yaml', technologiesSchema);
  const numbers = yaml('numbers.yaml', numbersSchema);
  const signals = yaml('signals.yaml', signalsSchema);
  const mistakes = yaml('mistakes.yaml', mistakesSchema);
  const communication = yaml('communication.yaml', communicationSchema);
  const whole = technologies && numbers && signals && mistakes && communication;
  const knowledge: Knowledge | undefined =
    whole && diagnostics.length === 0
      ? { lenses, technologies, numbers, patterns, signals, mistakes, communication, problems }
      : undefined;
  return { knowledge, sources, bodies, diagnostics };
}
