import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BRANDS, parseLink } from '../../src/index.ts';
import { editDistance } from '../../src/judge/brands/distance.ts';
import { likenesses, ownerOf } from '../../src/judge/brands/match.ts';
import { skeleton } from '../../src/judge/brands/skeleton.ts';

const first = (text: string) => {
  const [likeness] = likenesses(parseLink(text)!);
  return likeness && [likeness.kind, likeness.brand.name.en];
};

test.each([
  ['http://аlipay.com', 'confusable', 'Alipay'],
  ['http://1cbc.com', 'confusable', 'ICBC'],
  ['http://ａｌｉｐａｙ.xyz', 'other-suffix', 'Alipay'],
  ['http://paypa1-secure.com', 'confusable', 'PayPal'],
  ['http://alippay.cn', 'typo', 'Alipay'],
  ['http://amazno.top', 'typo', 'Amazon'],
  ['http://icbc.com.cn.verify.top', 'subdomain', 'ICBC'],
  ['http://icbc-login.xyz', 'compound', 'ICBC'],
  ['http://ccb88.cc', 'compound', 'China Construction Bank'],
  ['http://gongshangyinhang.top', 'other-suffix', 'ICBC'],
  ['http://example.com/alipay/login', 'path', 'Alipay'],
])('%s: %s of %s', (text, kind, brand) => expect(first(text)).toEqual([kind, brand]));

test.each([
  'https://example.com',
  'https://pineapple.org',
  'https://accbx.com',
  'https://www.icbc.com.cn',
  'http://127.0.0.1/alipay',
])('%s looks like nobody', (text) => expect(first(text)).toBeUndefined());

test('every official domain is its own registrable domain or below one, and owned by its brand', () => {
  for (const { domains } of BRANDS)
    for (const domain of domains) {
      expect(parseLink(`https://${domain}/`), domain).toMatchObject({ host: domain });
      expect(ownerOf(`www.${domain}`), domain).not.toBeNull();
    }
  expect(ownerOf('icbc.com.cn.verify.top')).toBeNull();
});

test('a name that looks like a brand to nobody but its owner would not be there twice', () => {
  const names = BRANDS.flatMap((brand) => brand.names);
  expect(new Set(names).size).toBe(names.length);
});

test('restricted Damerau–Levenshtein', () => {
  expect(editDistance('taobao', 'taoboa', 2)).toBe(1);
  expect(editDistance('ca', 'abc', 5)).toBe(3);
  expect(editDistance('kitten', 'sitting', 5)).toBe(3);
  expect(editDistance('abcdef', 'ghijkl', 2)).toBe(3);
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
      expect(editDistance(a, b, 20)).toBe(editDistance(b, a, 20));
      expect(editDistance(a, b, 20) === 0).toBe(a === b);
    }),
  );
});

test('a skeleton is its own skeleton', () => {
  fc.assert(fc.property(fc.string(), (text) => skeleton(skeleton(text)) === skeleton(text)));
});
