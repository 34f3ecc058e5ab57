import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildLists, expressions, openLists, parseLink, parseList } from '../../src/index.ts';

const found = (text: string) => expressions(parseLink(text)!);

test('expressions are those of the Safe Browsing documentation', () => {
  expect(found('http://a.b.c/1/2.html?param=1')).toEqual(
    expect.arrayContaining([
      'a.b.c/1/2.html?param=1',
      'a.b.c/1/2.html',
      'a.b.c/',
      'a.b.c/1/',
      'b.c/1/2.html?param=1',
      'b.c/1/2.html',
      'b.c/',
      'b.c/1/',
    ]),
  );
  const deep = found('http://a.b.c.d.e.f.g/1.html');
  expect(deep).toEqual(
    expect.arrayContaining(['a.b.c.d.e.f.g/', 'c.d.e.f.g/', 'd.e.f.g/', 'e.f.g/', 'f.g/']),
  );
  expect(deep).not.toContain('b.c.d.e.f.g/');
  expect(found('http://1.2.3.4/1/')).toEqual(['1.2.3.4/1/', '1.2.3.4/', '=1.2.3.4/']);
});

const TEXT = `
# a comment
evil.example.com
https://shop.example.org/a/b?c=1
server=/dns.example.net/114.114.114.114
0.0.0.0 hosts.example.net
domain:v2.example.net @ads
full:only.example.net
regexp:^x
keyword:lottery
include:more @-!cn
include:missing
com
例子.中国
`;

test('every form of text list is read, and what is left out is told', () => {
  const { expressions: entries, skipped } = parseList(TEXT, (name) =>
    name === 'more' ? 'kept.example.net\nleft.example.net @!cn' : null,
  );
  expect(entries).toEqual([
    'evil.example.com/',
    'shop.example.org/a/b?c=1',
    'dns.example.net/',
    'hosts.example.net/',
    'v2.example.net/',
    '=only.example.net/',
    'kept.example.net/',
    'xn--fsqu00a.xn--fiqs8s/',
  ]);
  expect(skipped.map(({ why }) => why)).toEqual(['pattern', 'pattern', 'include', 'too-wide']);
});

test('a list that includes itself ends', () => {
  expect(parseList('a.com\ninclude:self', () => 'b.com\ninclude:self').expressions).toEqual([
    'a.com/',
    'b.com/',
  ]);
});

test('what was put in is found, with the name of its list; strangers are not', () => {
  const lists = openLists(
    buildLists([
      { name: 'banks', kind: 'allow', expressions: ['icbc.com.cn/', 'both.com/'] },
      { name: 'phishing', kind: 'block', expressions: ['evil.com/', 'both.com/', '=only.example.net/'] },
    ]),
  );
  expect(lists.entries).toBe(4);
  expect(lists.find('evil.com/')).toEqual({ name: 'phishing', kind: 'block' });
  expect(lists.find('both.com/')?.name).toBe('banks');
  expect(lists.find('only.example.net/')).toBeNull();
  expect(lists.find('good.com/')).toBeNull();
});

test('any set of entries is found again, whole', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 300 }), (entries) => {
      const lists = openLists(buildLists([{ name: 'x', kind: 'block', expressions: entries }]));
      for (const entry of entries) expect(lists.find(entry)).not.toBeNull();
      expect(lists.find('not there, ever')).toBeNull();
    }),
    { numRuns: 50 },
  );
});

test('a damaged file is refused by a coded error, wherever it is cut or changed at the head', () => {
  const bytes = buildLists([{ name: 'x', kind: 'block', expressions: ['a.com/', 'b.com/'] }]);
  for (let length = 0; length < bytes.length; length++)
    expect(() => openLists(bytes.slice(0, length))).toThrow(
      expect.objectContaining({ code: 'qr.lists-unreadable' }),
    );
  for (let at = 0; at < 20; at++) {
    const changed = bytes.slice();
    changed[at]! ^= 0x55;
    expect(() => openLists(changed), `byte ${at}`).toThrow(
      expect.objectContaining({ code: 'qr.lists-unreadable' }),
    );
  }
});

test('bytes that do not begin at a multiple of four are read too', () => {
  const bytes = buildLists([{ name: 'x', kind: 'block', expressions: ['a.com/'] }]);
  const moved = new Uint8Array(bytes.length + 1);
  moved.set(bytes, 1);
  expect(openLists(moved.subarray(1)).find('a.com/')).not.toBeNull();
});
