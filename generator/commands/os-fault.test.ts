import { expect, it } from 'vitest';
import { sayOsFault } from './os-fault.ts';

const fault = (code: string, more: object = {}) => Object.assign(new Error(`${code}: …`), { code, ...more });

it('says where, what and how to mend it', () => {
  expect(sayOsFault(fault('ENOSPC', { syscall: 'copyfile', path: '/staging/a', dest: '/site/a' }))).toBe(
    [
      '/site/a: no space is left on the disk (ENOSPC, copyfile).',
      'Nothing was published; the site stays as it was. Free some space there, or choose a place on another disk, and run it again.',
    ].join('\n'),
  );
  expect(sayOsFault(fault('EMFILE'))).toContain('too many files are open (EMFILE).');
});

it('knows it inside of what wraps it, and in the words of the search index', () => {
  expect(sayOsFault(new Error('Could not write', { cause: fault('EROFS', { path: '/a' }) }))).toContain(
    '/a: the disk is read-only (EROFS).',
  );
  expect(sayOsFault(new Error('search index: No space left on device (os error 28)'))).toContain('(ENOSPC).');
});

it('leaves what is a mistake of ours to be reported', () => {
  for (const ours of [fault('ENOENT'), fault('ERR_INVALID_ARG_TYPE'), new TypeError('no'), 'text', undefined])
    expect(sayOsFault(ours)).toBeUndefined();
});
