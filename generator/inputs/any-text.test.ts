import fc from 'fast-check';
import { expect, it } from 'vitest';
import { candidateFolder } from '../fixtures/candidate.ts';
import { profileSchema } from '../model/profile.ts';
import { readFrontMatter } from './front-matter.ts';
import { loadCandidate } from './load-candidate.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml-source.ts';

const yamlish = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'name',
        'target',
        'confidence',
        'rounds',
        'notes',
        ': ',
        ':',
        '\n',
        '\n  ',
        '\n- ',
        '- ',
        '? ',
        '---',
        '--- ',
        '...',
        '{',
        '}',
        '[',
        ']',
        ', ',
        '"',
        "'",
        '|',
        '>',
        '&a ',
        '*a',
        '!!js ',
        '!t ',
        '%YAML 1.2',
        '<<: ',
        '#',
        '\t',
        '\r\n',
        '\uFEFF',
        '\0',
        '😀',
        '2026-12-18',
        '1e9',
        '~',
        '__proto__: ',
      ),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

it('any text is a value or located faults, never a crash', () => {
  fc.assert(
    fc.property(yamlish, (text) => {
      const { source, diagnostics } = readYaml('profile.yaml', text);
      expect(source === undefined).toBe(diagnostics.length > 0);
      const faults = source ? validate(source, profileSchema).diagnostics : diagnostics;
      const count = text.split('\n').length;
      for (const d of faults) {
        expect(d.line).toBeGreaterThanOrEqual(1);
        expect(d.line).toBeLessThanOrEqual(count);
        expect(d.column).toBeGreaterThanOrEqual(1);
        expect(d.found).not.toBe('');
        expect(d.mend).not.toBe('');
      }
    }),
    { numRuns: 1500 },
  );
});

it('any Markdown file splits into front matter and a body at its place', () => {
  fc.assert(
    fc.property(yamlish, yamlish, (head, tail) => {
      const file = `---${head}\n---\n${tail}`;
      const { body, bodyOffset } = readFrontMatter('a.md', file);
      expect(file.slice(bodyOffset)).toBe(body);
    }),
    { numRuns: 1000 },
  );
});

it('a whole candidate of any text comes back as faults', () => {
  fc.assert(
    fc.property(yamlish, yamlish, yamlish, (profile, loop, bio) => {
      const dir = candidateFolder({
        'profile.yaml': profile,
        'loop.yaml': loop,
        'interviewers/k-ostrander.md': bio,
      });
      expect(loadCandidate(dir, dir).diagnostics).not.toEqual([]);
    }),
    { numRuns: 60 },
  );
});
