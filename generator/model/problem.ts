/**
 * `content/problems/<id>/`: a system design problem and all that the guide knows of it.
 *
 * Every text may hold `{…}` with a formula: `{peak_messages}`, `{peak_messages * 10}`, `{row_size in B}`,
 * `{stored@high}`. It prints the evaluated quantity as one says it. A list item, paragraph or heading section that
 * opens with `{when <condition>}` stands only where the condition holds.
 */
import { z } from 'zod';
import { formulaName, id, lensId, level, levels } from './ids.ts';
import { ladder } from './lens.ts';

const condition = z
  .string()
  .describe('A comparison of formulas: "peak_writes < 2000 writes/s and dau < 2M users".');
const lenses = z.array(lensId).min(1);
const forLevels = z
  .array(level)
  .min(1)
  .default([...levels]);

export const sheetFrontMatter = z.strictObject({
  id,
  title: z.string(),
  status: z.enum(['full', 'breadth']),
  pitch: z.string().describe('The problem in one line, without framing.'),
  tradeOff: z.string().describe('The key trade-off in one sentence.'),
  tags: z.array(z.string()).default([]),
  domains: z.array(id).default([]).describe('Company domains that like to ask it.'),
  lenses: lenses.describe('The lenses it attracts, strongest first.'),
  related: z
    .array(z.strictObject({ problem: id, carriesOver: z.string() }))
    .default([])
    .describe('Problems that share its bones, and what carries over.'),
  threeNumbers: z
    .array(
      z.strictObject({
        id,
        what: z.string(),
        value: z.string().describe('Text with a formula: "{1B reads/day in reads/s}".'),
      }),
    )
    .length(3),
  patterns: z
    .strictObject({
      apply: z.array(id).default([]),
      breaks: z.array(z.strictObject({ pattern: id, why: z.string() })).default([]),
    })
    .default({ apply: [], breaks: [] }),
});

/** The fixed headings of a full sheet's body, each `## Heading`. */
export const sheetHeadings = [
  'What they are really asking',
  'What a senior sees',
  'What a staff candidate sees',
  'Functional',
  'Non-functional',
  'Out of scope',
  'Clarifying questions',
  'Consistency',
  'Safety and abuse',
  'Rollout and operations',
  'Cost',
  'Scaling story',
  'Where AI enters',
  'Mistakes',
  'Variants',
] as const;
export type SheetHeading = (typeof sheetHeadings)[number];

export const estimatesSchema = z.strictObject({
  inputs: z.record(
    formulaName,
    z.strictObject({
      value: z.string().describe('A quantity: "10M users".'),
      low: z.string().optional(),
      high: z.string().optional(),
      why: z.string().describe('Why this value, and what would change it.'),
      scalesWith: formulaName
        .optional()
        .describe('The input (usually dau) whose stated scale this one follows in proportion.'),
    }),
  ),
  steps: z.record(
    formulaName,
    z
      .strictObject({
        formula: z.string().optional(),
        parts: z
          .array(z.strictObject({ what: z.string(), value: z.string() }))
          .optional()
          .describe('Instead of a formula: named parts that are added up, such as the fields of a row.'),
        unit: z.string().describe('The unit it is said in: messages/s.'),
        say: z.string().describe('What it is, in words: "messages a second at the peak".'),
        group: z.enum([
          'traffic',
          'storage',
          'bandwidth',
          'concurrency',
          'memory',
          'machines',
          'latency',
          'cost',
        ]),
      })
      .refine(
        (step) => (step.formula === undefined) !== (step.parts === undefined),
        'either a formula or parts',
      ),
  ),
  headline: z
    .partialRecord(
      z.enum(['peak', 'stored', 'concurrency', 'bandwidth', 'memory', 'machines', 'cost', 'latency']),
      formulaName,
    )
    .describe('Which step is the number to say for each concern.'),
  insights: z
    .array(z.strictObject({ id, when: condition.optional(), lenses, text: z.string() }))
    .describe('What the numbers mean for the design; the one that fits the interviewer is shown first.'),
  tradeoffs: z.array(
    z.strictObject({
      input: formulaName,
      shows: formulaName.describe('The step that moves most with this input.'),
      low: z.string().describe('What holds at the low end.'),
      high: z.string().describe('What holds at the high end.'),
      meaning: z.string().describe('The choice that the spread forces.'),
    }),
  ),
});
export type EstimateSheet = z.infer<typeof estimatesSchema>;

const componentVariant = z.strictObject({
  when: condition,
  name: z.string().optional(),
  role: z.string().optional(),
  why: z.string().optional(),
  whenRemoved: z.string().optional(),
});
export const architectureSchema = z.strictObject({
  components: z.array(
    z.strictObject({
      id,
      name: z.string().max(40),
      role: z.string().describe('What it does, in one sentence.'),
      layer: z.enum(['client', 'ingestion', 'processing', 'storage', 'serving', 'cross-cutting']),
      stateful: z.boolean(),
      why: z.string().describe('Why it is a box of its own.'),
      whenRemoved: z.string().describe('What breaks without it.'),
      when: condition.optional().describe('It stands in the design only where this holds.'),
      variants: z.array(componentVariant).default([]),
    }),
  ),
  edges: z.array(
    z.strictObject({
      from: id,
      to: id,
      label: z.string().max(32),
      protocol: z.string().describe('HTTP, SSE, gRPC, SQL, …'),
      mode: z.enum(['sync', 'async', 'stream']),
      whenDoubled: z.string().describe('What saturates at twice the load.'),
      when: condition.optional(),
    }),
  ),
  flows: z.array(
    z.strictObject({
      id,
      title: z.string(),
      hot: z.boolean().default(false).describe('Marked in the diagram.'),
      steps: z.array(z.strictObject({ from: id, to: id, does: z.string(), when: condition.optional() })),
    }),
  ),
  boundaries: z
    .array(
      z.strictObject({
        id,
        title: z.string(),
        kind: z.enum(['failure-domain', 'consistency']),
        components: z.array(id).min(1),
      }),
    )
    .default([]),
});
export type Architecture = z.infer<typeof architectureSchema>;

const header = z.strictObject({ name: z.string(), value: z.string(), why: z.string().optional() });
export const apiSchema = z.strictObject({
  style: z.string().describe('Why this style: REST with SSE for the stream, because …'),
  versioning: z.string(),
  auth: z.string(),
  limits: z.string(),
  endpoints: z.array(
    z.strictObject({
      id,
      method: z.string(),
      path: z.string(),
      purpose: z.string(),
      requestHeaders: z.array(header).default([]),
      requestBody: z.string().optional().describe('An example.'),
      responses: z.array(
        z.strictObject({
          status: z.string(),
          when: z.string(),
          headers: z.array(header).default([]),
          body: z.string().optional(),
        }),
      ),
      errors: z
        .array(
          z.strictObject({
            status: z.string(),
            code: z.string(),
            when: z.string(),
            retriable: z.boolean(),
            client: z.string(),
          }),
        )
        .default([]),
      idempotency: z.string().optional(),
      pagination: z.string().optional(),
      stream: z
        .strictObject({
          protocol: z.string(),
          events: z.array(z.strictObject({ event: z.string(), data: z.string(), when: z.string() })),
          resume: z.string(),
        })
        .optional(),
    }),
  ),
});
export type Api = z.infer<typeof apiSchema>;

const alternative = z.strictObject({ instead: z.string(), pushback: z.string(), answer: z.string() });

const query = z.strictObject({
  id,
  statement: z.string(),
  serves: z.string(),
  rate: z.string().optional(),
});

export const schemaSchema = z.strictObject({
  tables: z.array(
    z.strictObject({
      id: formulaName,
      store: z.string().describe('The component id that holds it.'),
      purpose: z.string(),
      columns: z.array(
        z.strictObject({
          name: z.string(),
          type: z.string(),
          bytes: z.string().optional().describe('Its size: "16 B".'),
          mutable: z.boolean().default(false),
          note: z.string().optional(),
        }),
      ),
      partitionKey: z.array(z.string()).min(1),
      clusteringKey: z.array(z.string()).default([]),
      indexes: z
        .array(z.strictObject({ name: z.string(), on: z.array(z.string()).min(1), serves: z.string() }))
        .default([]),
      expiry: z.string().optional().describe('When rows go away.'),
      sampleRows: z.array(z.record(z.string(), z.string())).min(1),
      queries: z.array(query).min(1),
      hotPartition: z.string().describe('Where the heat is and what is done about it.'),
      whyThis: z.string(),
      whyNot: z.array(alternative).default([]),
      variants: z
        .array(
          z.strictObject({
            when: condition,
            queries: z.array(query).min(1).optional(),
            whyThis: z.string().optional(),
            whyNot: z.array(alternative).optional(),
            hotPartition: z.string().optional(),
          }),
        )
        .default([]),
    }),
  ),
});
type Schema = z.infer<typeof schemaSchema>;

export const failuresSchema = z.array(
  z.strictObject({
    id,
    title: z.string(),
    lenses,
    component: id,
    detection: z.string(),
    effect: z.string().describe('With a number.'),
    mitigation: z.string(),
    recovery: z.string().describe('How long, and how.'),
    when: condition.optional(),
    variants: z
      .array(
        z.strictObject({
          when: condition,
          detection: z.string().optional(),
          effect: z.string().optional(),
          mitigation: z.string().optional(),
          recovery: z.string().optional(),
        }),
      )
      .default([]),
  }),
);
export type Failure = z.infer<typeof failuresSchema>[number];

export const slosSchema = z.array(
  z.strictObject({
    id,
    sli: z.string().describe('What is measured, where.'),
    objective: z.string().describe('The share that must be good: "99.9%".'),
    threshold: z.string().optional().describe('What good means: "first token within {ttft_target}".'),
    window: z.string().default('30 days'),
    why: z.string(),
    whenBurning: z.string().describe('What is done when the budget burns fast.'),
    lenses: lenses.default(['reliability']),
  }),
);
type Slo = z.infer<typeof slosSchema>[number];

export const choicesSchema = z.array(
  z.strictObject({
    id,
    question: z.string().describe('SSE or WebSocket for the token stream?'),
    lenses,
    chosen: z.string(),
    because: z.string().describe('The trade-off first.'),
    options: z.array(z.strictObject({ name: z.string(), strengths: z.string(), costs: z.string() })).min(2),
    flipWhen: z.string().describe('The fact that turns the choice round.'),
    pushback: z.string(),
    answer: z.string(),
    variants: z
      .array(
        z.strictObject({
          when: condition,
          chosen: z.string().optional(),
          because: z.string().optional(),
          flipWhen: z.string().optional(),
          pushback: z.string().optional(),
          answer: z.string().optional(),
        }),
      )
      .default([]),
  }),
);
export type Choice = z.infer<typeof choicesSchema>[number];

/** `dives/<id>.md`; the body is 150–400 words. */
export const diveFrontMatter = z.strictObject({
  id,
  title: z.string(),
  lenses,
  levels: forLevels,
  shows: z
    .enum(['schema', 'api'])
    .optional()
    .describe('The tables or the HTTP contract follow this dive, as they stand in schema.yaml and api.yaml.'),
  variants: z
    .array(z.strictObject({ when: condition, body: z.string() }))
    .default([])
    .describe('A whole other body where the argument changes.'),
});
export type Dive = z.infer<typeof diveFrontMatter> & { body: string };

const questionKinds = [
  'requirements',
  'estimate',
  'api',
  'data-model',
  'deep-dive',
  'failure',
  'scale',
  'cost',
  'operations',
  'safety',
  'product',
] as const;
export const questionsSchema = z.array(
  z.strictObject({
    id,
    question: z.string().describe('As an interviewer says it.'),
    lenses: lenses.describe('Strongest first.'),
    levels: forLevels,
    kind: z.enum(questionKinds),
    leadWith: z.string().describe('40–90 words to say aloud, the trade-off named first.'),
    weakAnswer: z.string(),
    ladder,
    when: condition.optional().describe('Asked only where this holds.'),
    variants: z
      .array(
        z.strictObject({
          when: condition,
          question: z.string().optional(),
          leadWith: z.string().optional(),
          weakAnswer: z.string().optional(),
          ladder: ladder.partial().optional(),
        }),
      )
      .default([]),
  }),
);
export type Question = z.infer<typeof questionsSchema>[number];

/** `scaling.yaml`: what breaks first at each step. The step whose `until` is the first to hold is where the story opens. */
export const scalingSchema = z.array(
  z.strictObject({
    id,
    until: condition.optional().describe('The last step has none.'),
    title: z.string(),
    design: z.string().describe('The design that is right here.'),
    breaksFirst: z.string(),
    fix: z.string(),
    premature: z.string().describe('What would be too early here, and why.'),
  }),
);
export type ScalingStep = z.infer<typeof scalingSchema>[number];

/** Everything beside the sheet that a full problem has. */
export interface ProblemDepth {
  estimates: EstimateSheet;
  architecture: Architecture;
  api: Api;
  schema: Schema;
  failures: Failure[];
  slos: Slo[];
  choices: Choice[];
  questions: Question[];
  scaling: ScalingStep[];
  dives: Dive[];
}

export type Problem = z.infer<typeof sheetFrontMatter> & {
  /** Markdown by heading; empty for headings that a breadth entry lacks. */
  sections: Partial<Record<SheetHeading, string>>;
  file: string;
  /** Present when `status` is full. */
  depth?: ProblemDepth;
};
