import { describe, expect, it } from 'vitest';
import { compileSignals } from './compile.ts';
import { readBio } from './read.ts';

const technology = (name: string) => ({
  name,
  aliases: [],
  category: 'test',
  case: 'any' as const,
  limits: [],
  lenses: { storage: 1 },
});
const index = compileSignals({
  lenses: [
    {
      id: 'storage',
      signals: [
        { term: 'pipeline', weight: 1 },
        { term: 'load balancer', weight: 1 },
      ],
    },
  ],
  technologies: [technology('Kafka'), technology('Redis')],
});
const evidence = (bio: string) => readBio(bio, index).lenses.flatMap((lens) => lens.evidence);
const context = (bio: string) => evidence(bio).flatMap((e) => e.context);

describe('takes a signal away', () => {
  it.each([
    "I'm not a Kafka person.",
    'Not a Kafka expert.',
    'I never did Kafka.',
    'She has never really worked with Kafka.',
    "I can't do Kafka.",
    'He doesn’t touch Kafka.',
    "Don't ask me about Kafka.",
    'I no longer run Kafka.',
    'I stopped running Kafka.',
    "I don't run Kafka any more.",
    'I have yet to run Kafka.',
    'I know nothing about Kafka.',
    'No Kafka experience.',
    'Kafka is not my thing.',
    'Kafka? Not me.',
    'I leave Kafka to others.',
    'I build queues rather than Kafka.',
    'I build queues, not Kafka.',
    "I'm the last person to ask about Kafka.",
    'My colleague maintains Kafka.',
    'Outside work I run Kafka at home.',
    'In my spare time: Kafka.',
    'I am a big fan of Kafka.',
    'My cat is called Kafka.',
    'Two dogs, Kafka and Redis.',
    'I am a human load balancer.',
    'Our kitchen works like a load balancer.',
    'We are the Kafka of coffee.',
    'I rebuilt the hiring pipeline.',
    'I run the sales pipeline.',
    'I hire engineers who run Kafka.',
    'As a technical recruiter I know Kafka.',
    '## Hobbies\n\n- Kafka',
  ])('%s', (bio) => {
    expect(evidence(bio)).toEqual([]);
  });
});

describe('leaves a signal where it looks like a denial', () => {
  it.each([
    "I'm not only running Kafka, I wrote it.",
    'Not a manager, but I run Kafka.',
    'We stopped outages with Kafka.',
    'Never lost a message: I run Kafka.',
    'When she is not tuning Kafka, she sails.',
    'I run Kafka and live with two cats.',
    'I work on Redis instead of managing people.',
    'I leave early and run Kafka at night.',
    'I was hired to lead the team behind Kafka.',
    'My friends and I created Kafka.',
    'Why not Kafka? I run it anyway, and Kafka runs me.',
  ])('%s', (bio) => {
    expect(evidence(bio).length).toBeGreaterThan(0);
  });
});

describe('says why a signal counts as it does', () => {
  it.each([
    ['I created Kafka.', ['created ×1.6']],
    ['I built Kafka clusters for eight years.', ['built ×1.25', 'for 8 years ×1.32']],
    ['Before that, I created Kafka.', ['created ×1.6', 'in the past ×0.6']],
    ['Currently I use Kafka.', ['used ×0.8', 'now ×1.2']],
    ['Kafka committer.', ['created ×1.6']],
    ['A log, Kafka, which I maintain.', ['created ×1.6']],
    ['On weekends I maintain Kafka, in open source.', ['in their own time ×0.7', 'created ×1.6']],
    ['I partner with the team that created Kafka.', []],
    ['I created Redis tools. As my boss says, “Kafka wins”.', ['created ×1.6', 'a quotation ×0.3']],
  ])('%s', (bio, reasons) => {
    expect(context(bio)).toEqual(reasons);
  });
});
