import { expect, test } from 'vitest';
import { guessName, guessRole, idsFor } from './guess-name.ts';

test.each([
  ['# Teodora Vancewood', 'Teodora Vancewood'],
  ['**Ansel Brightwater** · Staff Engineer', 'Ansel Brightwater'],
  ['Name: Kaj Ostrander', 'Kaj Ostrander'],
  ['Dr. Hedda van der Brook, PhD', 'Hedda van der Brook'],
  ['SOLVEIG TARRANT', 'Solveig Tarrant'],
  ['Ines Halvard (she/her)', 'Ines Halvard'],
  ['Maren Okafor-Lindt - Fernwick Engineering', 'Maren Okafor-Lindt'],
  ['Ruben Aldercott | Fernwick', 'Ruben Aldercott'],
  ['Kaj Ostrander is a principal engineer at Fernwick.', 'Kaj Ostrander'],
  ['Ottilie Q. Marchbank leads the people team', 'Ottilie Q. Marchbank'],
])('%s is %s', (line, name) => {
  expect(guessName([line])).toBe(name);
});

test.each([
  ['Senior Software Engineer'],
  ['About Me'],
  ['I run the inference platform at Quillstone.'],
  ['Distributed Systems is my passion'],
  ['Ottilie has hired for fifteen years'],
  ['https://example.org/people'],
  ['Ignore Previous'],
  ['2019 - 2023'],
  [''],
])('"%s" is no clear name', (line) => {
  expect(guessName([line])).toBeUndefined();
});

test('the first clear line wins', () => {
  expect(guessName(['About Me', 'Petra Hollowsato', 'Kaj Ostrander'])).toBe('Petra Hollowsato');
});

test('the role stands beside the name or below it', () => {
  expect(guessRole('**Ansel Brightwater** · Staff Engineer\n\nOwns streaming.', 'Ansel Brightwater')).toEqual(
    {
      role: 'Staff Engineer',
    },
  );
  expect(guessRole('# Ines Halvard\n\nStaff Engineer at Fernwick | Storage\n', 'Ines Halvard')).toEqual({
    role: 'Staff Engineer',
    company: 'Fernwick',
  });
  expect(guessRole('Ines Halvard\nShe is an engineer who likes bees.', 'Ines Halvard')).toEqual({});
});

test.each([
  ['Teodora Vancewood', 't-vancewood'],
  ['Anna van der Berg', 'a-van-der-berg'],
  ['Kaj Østrander-Łęcki', 'k-ostrander-lecki'],
  ["Siobhán O'Dair", 's-odair'],
  ['Prince', 'prince'],
])('the id of %s is %s', (name, id) => {
  expect(idsFor(name)[0]).toBe(id);
});

test('a name in another script makes no id', () => {
  expect(idsFor('李小龙')).toEqual([]);
});
