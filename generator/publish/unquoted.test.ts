/** A bio is private where it is not quoted: a run of its words, and the contact data in it. */
import { describe, expect, it } from 'vitest';
import { fixture } from '../fixtures/candidate.ts';
import { inputsOf, packOf } from '../fixtures/composed.ts';
import { documentsOf } from '../fixtures/rendered.ts';
import { sayLeak } from './leaks.ts';
import { publicTexts, saidIn } from './public-words.ts';
import { bioContacts, textOfHtml, unquotedIn } from './unquoted.ts';

const hobby = 'On Sundays she restores wooden boats with her brother in a shed by the lake';
const base = inputsOf(fixture('private-words'));
const inputs = {
  ...base,
  interviewers: base.interviewers.map((i) => ({
    ...i,
    bio: `${hobby}.\n\n${i.bio}\n\n${hobby}. Write to [me](mailto:kaj@leak.example) or <kaj.o@leak.example>, tel. 030 5550100.`,
  })),
};
const { panel } = packOf(inputs);
const isPublic = saidIn(() => publicTexts(inputs, panel));
const leaks = (text: string) =>
  unquotedIn([['page', text]], inputs.interviewers, panel, isPublic).map(sayLeak);

describe('a text', () => {
  it('that holds eight words in a row of what is not quoted is told, without the words', () => {
    const told = leaks(textOfHtml('<p>Kaj: she <b>restores</b> wooden boats with her brother&#x27; in</p>'));
    expect(told).toEqual([
      `page holds 45 characters of what ${inputs.interviewers[0]?.file} says beyond its quotes, which is private (words)`,
    ]);
  });

  it('that holds seven, or a quote, is not', () => {
    expect(leaks('she restores wooden boats with her brother, and')).toEqual([]);
    const quotes = panel.flatMap((m) => m.reading.lenses.flatMap((l) => l.evidence.map((e) => e.quote)));
    expect(quotes.join()).toContain('He maintains the storage engine at Fernwick');
    expect(leaks(quotes.join(' '))).toEqual([]);
  });

  it('that is public anyway is not, whoever says it in a bio', () => {
    const body = inputs.knowledge.patterns[0]?.body ?? '';
    const told = { ...inputs, interviewers: inputs.interviewers.map((i) => ({ ...i, bio: body })) };
    expect(body.length).toBeGreaterThan(100);
    expect(unquotedIn([['page', body]], told.interviewers, panel, isPublic)).toEqual([]);
    expect(unquotedIn([['page', body]], told.interviewers, panel, () => false)).toHaveLength(1);
  });
});

it('a word of the page beside the end of a public text is not the bio’s', () => {
  const [first] = inputs.interviewers;
  if (!first) throw new Error('no interviewer');
  const shared = 'preload the script and then the style sheet';
  const said = [{ ...first, bio: `${shared} and more of it here` }];
  const known = (text: string) => shared.includes(text);
  expect(unquotedIn([['page', `${shared} and`]], said, [], known)).toEqual([]);
  expect(unquotedIn([['page', `${shared} and more of it`]], said, [], known)).toHaveLength(1);
});

it('a whole pack holds none of a bio beyond its quotes', async () => {
  const documents = await documentsOf(inputs);
  const files = documents.flatMap(
    (d) =>
      [
        [d.meta.path, textOfHtml(d.html)],
        [`${d.meta.path}.md`, d.markdown],
      ] as const,
  );
  expect(unquotedIn(files, inputs.interviewers, panel, isPublic)).toEqual([]);
});

it('the contact data of a bio is looked for without what is around it', () => {
  expect(bioContacts(inputs.interviewers).map((t) => t.text)).toEqual([
    'kaj@leak.example',
    'kaj.o@leak.example',
    '030 5550100',
  ]);
});
