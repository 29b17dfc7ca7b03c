import { expect, test } from 'vitest';
import { removeContacts } from './remove-contacts.ts';

test.each([
  ['Write to ada@example.org or call.', 'Write to or call.'],
  ['Email: ada.b+c@mail.example.co.uk\nNext', 'Next'],
  ['ada [at] example [dot] org\nNext', 'Next'],
  ['[mail me](mailto:ada@example.org)\nNext', 'Next'],
  ['+1 (555) 010-4477 (Mobile)\nNext', 'Next'],
  ['Tel: 030 1234567\nNext', 'Next'],
  ['Mail: ada@example.org · Tel +49 30 901820 · Oslo', 'Oslo'],
  ['Call 555-010-4477.', 'Call.'],
])('%j becomes %j', (text, left) => {
  expect(removeContacts(text).text).toBe(left);
});

test.each([
  ['Ran 10000000 writes/s from 2019-2021, 1,000,000,000 rows, 99.999% up.'],
  ['Moved 2020-01-15 to 2021-06-30; RFC 9110; IPv4 10.0.0.1/24; version 1.2.3-4567.'],
  ['Grew 300-400 users to +40% in 12 months, 24/7, 0.5 s p99, port 8080-8090.'],
  ['@handle on a site, user@, a@b'],
])('%j stays', (text) => {
  expect(removeContacts(text)).toEqual({ text, emails: 0, phones: 0 });
});

test('what was removed is counted, and an empty contact section goes', () => {
  const found = removeContacts('## Contact\n\nada@example.org\n+44 20 7946 0958\n\n## Skills\n\nKafka');
  expect(found).toEqual({ text: '## Skills\n\nKafka', emails: 1, phones: 1 });
});
