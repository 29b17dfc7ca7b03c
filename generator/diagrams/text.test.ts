import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textWidth, wrapText } from './text.ts';

const style = { size: 12 };

test('wraps to the narrowest block of the same number of lines', () => {
  expect(wrapText('Read the attachment', style, { width: 90 })).toEqual(['Read the', 'attachment']);
});

test('cuts a word that is wider than a line, at its own hyphen where it has one', () => {
  expect(wrapText('wide-column', style, { width: 50 })).toEqual(['wide-', 'column']);
  expect(wrapText('Straightforward', style, { width: 50 })[0]).toMatch(/-$/);
});

test('ends in an ellipsis when the lines run out', () => {
  expect(wrapText('one two three four five six', style, { width: 40, maxLines: 2 }).at(-1)).toMatch(/…$/);
});

test('no line is wider than asked, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 40, max: 200 }), (text, width) => {
      for (const line of wrapText(text, style, { width }))
        expect(textWidth(line, style)).toBeLessThanOrEqual(width);
    }),
  );
});

test('keeps every word', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 8 }), (words) => {
      expect(wrapText(words.join(' '), style, { width: 80 }).join(' ')).toBe(words.join(' '));
    }),
  );
});
