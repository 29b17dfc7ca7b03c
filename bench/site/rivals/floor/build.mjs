/** Every `index.md` below documents/ as `index.html` below dist/: no layout, no search, no check. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const toHtml = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify).freeze();

for (const name of readdirSync('documents', { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.md')) continue;
  const target = join('dist', name.replace(/\.md$/, '.html'));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, String(toHtml.processSync(readFileSync(join('documents', name), 'utf8'))));
}
