/** The knowledge base against itself: every reference in a sheet points to something that exists. */
import type { Diagnostic } from '../diagnostics.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Pattern } from '../model/pattern.ts';
import type { Problem, ProblemDepth } from '../model/problem.ts';
import type { KnowledgeRead } from './load-content.ts';
import { suggest } from './nearest.ts';
import type { Path } from './yaml-source.ts';

interface Target {
  path: Path;
  id: string;
  known: readonly string[];
  what: string;
}
interface Reference extends Target {
  file: 'sheet.md' | 'estimates.yaml' | 'architecture.yaml' | 'schema.yaml' | 'failures.yaml';
}
type Rule = (problem: Problem, depth: ProblemDepth, all: Knowledge) => Reference[];

const referencesOfEverySheet = (problem: Problem, all: Knowledge): Reference[] => {
  const problems = all.problems.map((p) => p.id);
  const patterns = all.patterns.map((p) => p.id);
  return [
    ...problem.related.map((r, i) => ({
      file: 'sheet.md' as const,
      path: ['related', i, 'problem'],
      id: r.problem,
      known: problems,
      what: 'a problem of the bank',
    })),
    ...problem.patterns.apply.map((id, i) => ({
      file: 'sheet.md' as const,
      path: ['patterns', 'apply', i],
      id,
      known: patterns,
      what: 'a pattern',
    })),
    ...problem.patterns.breaks.map((b, i) => ({
      file: 'sheet.md' as const,
      path: ['patterns', 'breaks', i, 'pattern'],
      id: b.pattern,
      known: patterns,
      what: 'a pattern',
    })),
  ];
};

const estimateNames: Rule = (_problem, { estimates }) => {
  const inputs = Object.keys(estimates.inputs);
  const steps = Object.keys(estimates.steps);
  const file = 'estimates.yaml' as const;
  return [
    ...Object.entries(estimates.headline).map(([key, id]) => ({
      file,
      path: ['headline', key],
      id,
      known: steps,
      what: 'a step',
    })),
    ...estimates.tradeoffs.map((t, i) => ({
      file,
      path: ['tradeoffs', i, 'input'],
      id: t.input,
      known: inputs,
      what: 'an input',
    })),
    ...estimates.tradeoffs.map((t, i) => ({
      file,
      path: ['tradeoffs', i, 'shows'],
      id: t.shows,
      known: steps,
      what: 'a step',
    })),
  ];
};

const architectureParts: Rule = (_problem, { architecture }) => {
  const known = architecture.components.map((c) => c.id);
  const file = 'architecture.yaml' as const;
  const what = 'a component';
  return [
    ...architecture.edges.flatMap((e, i) =>
      (['from', 'to'] as const).map((end) => ({ file, path: ['edges', i, end], id: e[end], known, what })),
    ),
    ...architecture.flows.flatMap((f, i) =>
      f.steps.flatMap((s, j) =>
        (['from', 'to'] as const).map((end) => ({
          file,
          path: ['flows', i, 'steps', j, end],
          id: s[end],
          known,
          what,
        })),
      ),
    ),
    ...architecture.boundaries.flatMap((b, i) =>
      b.components.map((id, j) => ({ file, path: ['boundaries', i, 'components', j], id, known, what })),
    ),
  ];
};

const tablesAndFailures: Rule = (_problem, { architecture, schema, failures }) => {
  const known = architecture.components.map((c) => c.id);
  return [
    ...schema.tables.map((t, i) => ({
      file: 'schema.yaml' as const,
      path: ['tables', i, 'store'],
      id: t.store,
      known,
      what: 'a component',
    })),
    ...failures.map((f, i) => ({
      file: 'failures.yaml' as const,
      path: [i, 'component'],
      id: f.component,
      known,
      what: 'a component',
    })),
  ];
};

const keysAreColumns: Rule = (_problem, { schema }) =>
  schema.tables.flatMap((t, i) => {
    const known = t.columns.map((c) => c.name);
    const keyed: [string, readonly string[]][] = [
      ['partitionKey', t.partitionKey],
      ['clusteringKey', t.clusteringKey],
    ];
    return [
      ...keyed.flatMap(([key, names]) =>
        names.map((id, j) => ({
          file: 'schema.yaml' as const,
          path: ['tables', i, key, j],
          id: id.replace(/\s+(asc|desc)$/i, ''),
          known,
          what: 'a column',
        })),
      ),
      ...t.sampleRows.flatMap((row, j) =>
        Object.keys(row).map((id) => ({
          file: 'schema.yaml' as const,
          path: ['tables', i, 'sampleRows', j, id],
          id,
          known,
          what: 'a column',
        })),
      ),
    ];
  });

const depthRules: readonly Rule[] = [estimateNames, architectureParts, tablesAndFailures, keysAreColumns];

function referencesOfPattern(pattern: Pattern, all: Knowledge): Target[] {
  const patterns = all.patterns.map((p) => p.id);
  const problems = all.problems.map((p) => p.id);
  return [
    ...pattern.related.map((id, i) => ({ path: ['related', i], id, known: patterns, what: 'a pattern' })),
    ...pattern.tempts.map((t, i) => ({
      path: ['tempts', i, 'problem'],
      id: t.problem,
      known: problems,
      what: 'a problem of the bank',
    })),
  ];
}

/** References that lead nowhere, each at its place. */
export function checkKnowledge(knowledge: Knowledge, read: Pick<KnowledgeRead, 'sources'>): Diagnostic[] {
  /** The file that ends so, or else the one given. */
  const missing = (target: Target, ending: string, otherwise: string): Diagnostic[] => {
    if (target.known.includes(target.id)) return [];
    const [file, source] = [...read.sources].find(([name]) => name.endsWith(ending)) ?? [
      otherwise,
      undefined,
    ];
    const place = source?.locate(target.path) ?? { line: 1, column: 1 };
    return [
      {
        severity: 'error',
        file,
        ...place,
        found: `"${target.id}", which does not exist`,
        expected: target.what,
        mend: suggest(target.id, target.known),
      },
    ];
  };
  return [
    ...knowledge.problems.flatMap((problem) => {
      const { depth } = problem;
      const references = [
        ...referencesOfEverySheet(problem, knowledge),
        ...(depth ? depthRules.flatMap((rule) => rule(problem, depth, knowledge)) : []),
      ];
      return references.flatMap((r) => missing(r, `problems/${problem.id}/${r.file}`, problem.file));
    }),
    ...knowledge.patterns.flatMap((pattern) =>
      referencesOfPattern(pattern, knowledge).flatMap((r) => missing(r, pattern.file, pattern.file)),
    ),
  ];
}
