import { describe, expect, it } from 'vitest';
import { licenceProblems } from '../licences.ts';

const lock = (license?: string, name = 'some-package') => ({
  packages: { '': {}, [`node_modules/${name}`]: license === undefined ? {} : { license } },
});

describe('licenceProblems', () => {
  it.each(['MIT', 'Apache-2.0', '(MIT OR GPL-3.0-only)', 'Apache-2.0 AND MIT', 'MPL-2.0', 'OFL-1.1'])(
    'permits %s',
    (licence) => {
      expect(licenceProblems(lock(licence))).toEqual([]);
    },
  );

  it.each([
    'GPL-3.0-only',
    'AGPL-3.0-or-later',
    'LGPL-3.0-or-later',
    'CC-BY-NC-4.0',
    'UNLICENSED',
    'SEE LICENSE IN LICENSE.md',
    'MIT AND GPL-2.0-only',
  ])('refuses %s', (licence) => {
    expect(licenceProblems(lock(licence))).toEqual([{ name: 'some-package', licence }]);
  });

  it('refuses a package that states none', () => {
    expect(licenceProblems(lock(undefined))).toEqual([{ name: 'some-package', licence: 'none stated' }]);
  });

  it('excepts packages by name and licence, not by licence alone', () => {
    expect(licenceProblems(lock('LGPL-3.0-or-later', '@img/sharp-libvips-linux-x64'))).toEqual([]);
    expect(licenceProblems(lock('GPL-3.0-only', '@img/sharp-libvips-linux-x64'))).toHaveLength(1);
  });
});
