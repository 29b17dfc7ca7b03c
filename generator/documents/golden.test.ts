import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixture, root } from '../fixtures/candidate.ts';
import { inputsOf } from '../fixtures/composed.ts';
import { documentsOf, named } from '../fixtures/rendered.ts';

/** `UPDATE_GOLDEN=1 npx vitest run golden` writes them anew; read the difference before it goes in. */
const update = process.env.UPDATE_GOLDEN === '1';

describe('the sample in Markdown', async () => {
  const documents = await documentsOf(inputsOf(join(root, 'data/sample')));
  it.each(['overview', 'cheat-sheet-design-1', 'interviewers-t-vancewood'])('%s', (id) => {
    const { markdown } = named(documents, id);
    const golden = join(fixture('golden'), `${id}.md`);
    if (update) {
      mkdirSync(fixture('golden'), { recursive: true });
      writeFileSync(golden, markdown);
    }
    expect(markdown).toBe(readFileSync(golden, 'utf8'));
  });
});
