import { describe, expect, it } from 'vitest';
import { sentencesOf } from './sentences.ts';
import { visibleText } from './text.ts';

const split = (bio: string) => sentencesOf(visibleText(bio)).map(({ start, end }) => bio.slice(start, end));

describe('sentences', () => {
  it('are not cut at abbreviations and names', () => {
    const bio =
      'Dr. A. Example ran Node.js services, e.g. Search, in the U.S. Payments group. Then she left.';
    expect(split(bio)).toEqual([
      'Dr. A. Example ran Node.js services, e.g. Search, in the U.S. Payments group.',
      'Then she left.',
    ]);
  });

  it('run on over wrapped lines and keep the line ends of the file', () => {
    const bio = 'I run the ledger of a bank and\r\nreconcile it to the cent. And\r\nthen I sleep.';
    expect(split(bio)).toEqual([
      'I run the ledger of a bank and\r\nreconcile it to the cent.',
      'And\r\nthen I sleep.',
    ]);
  });

  it('end where a line was broken on purpose', () => {
    expect(
      split('Maya Invented\nStaff Engineer\nExample Corp, since 2019 and for a long time to come'),
    ).toEqual(['Maya Invented', 'Staff Engineer', 'Example Corp, since 2019 and for a long time to come']);
  });

  it('are bullets of their own, also typed ones, without their marks', () => {
    expect(split('* one thing\n* another\n')).toEqual(['one thing', 'another']);
    expect(split('• Led storage • Built search\n• Ran ops')).toEqual([
      'Led storage',
      'Built search',
      'Ran ops',
    ]);
    expect(split('🚀 Ships fast\n🔭 Looks far')).toEqual(['Ships fast', 'Looks far']);
  });

  it('know the heading they stand under', () => {
    const heads = sentencesOf(visibleText('# Work\n\nStorage.\n\nHobbies:\n\nChess.')).map((s) => [
      s.kind,
      s.heading,
    ]);
    expect(heads).toEqual([
      ['heading', 'work'],
      ['paragraph', 'work'],
      ['heading', 'hobbies:'],
      ['paragraph', 'hobbies:'],
    ]);
  });
});

describe('visible text', () => {
  it('is as long as the source, and leaves out images, badges, code, comments and addresses', () => {
    const bio =
      'I run [Kafka](https://example.com/redis) ![Redis](r.svg) `etcd`.\n\n```yaml\nkind: Postgres\n```\n\n<!-- Spark --><b>Flink</b> https://example.com/Hadoop me@cassandra.example';
    const { text } = visibleText(bio);
    expect(text).toHaveLength(bio.length);
    expect(text.match(/[A-Za-z]+/g)).toEqual(['I', 'run', 'Kafka', 'etcd', 'Flink']);
  });

  it('keeps indented text: bios are pasted with odd indents', () => {
    expect(visibleText('    I run Kafka.').text.trim()).toBe('I run Kafka.');
  });

  it('reads a block quote without its marks', () => {
    expect(visibleText('> I run\n> Kafka.').text.match(/\S+/g)).toEqual(['I', 'run', 'Kafka.']);
  });
});
