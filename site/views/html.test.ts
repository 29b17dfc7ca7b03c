import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { expect, it } from 'vitest';
import { html, withCode } from './html.ts';

it('whatever is put in as text stays text, in content and in attributes', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const [p] = parseFragment(html`<p title="${text}">${text}</p>`.html).childNodes;
      if (!p || !('tagName' in p)) throw new Error('not an element');
      const cleaned = text.replaceAll('\0', '').replace(/\r\n?/g, '\n');
      expect(p.attrs[0]?.value.replaceAll('\ufffd', '')).toBe(cleaned.replaceAll('\ufffd', ''));
      expect(p.childNodes.every((node) => node.nodeName === '#text')).toBe(true);
    }),
  );
});

it('code in a text is code and still text', () => {
  expect(withCode('survives `kill -9 <pid>` twice').html).toBe(
    'survives <code>kill -9 &lt;pid&gt;</code> twice',
  );
});
