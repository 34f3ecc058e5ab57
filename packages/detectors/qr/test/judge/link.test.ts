import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostFacts, parseLink } from '../../src/index.ts';
import { anyLink } from './support.ts';

test('a link is taken apart under private suffixes too', () => {
  expect(parseLink('https://WWW.Foo.DuckDNS.org.:8443/a?b=1#c')).toMatchObject({
    host: 'www.foo.duckdns.org',
    suffix: 'duckdns.org',
    domain: 'foo.duckdns.org',
    label: 'foo',
    subdomain: 'www',
    shared: true,
    port: '8443',
    path: '/a',
    query: 'b=1',
  });
});

test.each([
  ['http://127.0.0.1/', 'plain', '127.0.0.1'],
  ['http://2130706433/', 'disguised', '127.0.0.1'],
  ['http://0x7f000001/', 'disguised', '127.0.0.1'],
  ['http://0177.0.0.1/', 'disguised', '127.0.0.1'],
  ['http://127.1/', 'disguised', '127.0.0.1'],
  ['http://a.b@127.0.0.1:8080/', 'plain', '127.0.0.1'],
  ['http://[::1]/', 'ipv6', '::1'],
])('%s is an address, written %s', (text, address, host) => {
  expect(parseLink(text)).toMatchObject({ address, host, domain: host });
});

test.each([
  '',
  'tel:123',
  'weixin://dl',
  'mailto:a@example.com',
  'two words.com',
  'localhost',
  'com',
  'http://',
])('%j is no link', (text) => expect(parseLink(text)).toBeNull());

test('a link without a scheme is one where its suffix is known', () => {
  expect(parseLink('example.com/x')).toMatchObject({ scheme: 'http', domain: 'example.com', path: '/x' });
  expect(parseLink('example.notasuffix')).toBeNull();
});

test('punycode is shown as a browser would', () => {
  expect(parseLink('https://xn--fiqs8s.cn')).toMatchObject({ unicodeHost: '中国.cn', label: '中国' });
});

test('facts count what is there and leave the habit of www out', () => {
  const plain = hostFacts(parseLink('https://a-b1.example.com/x/y.php?k=v')!);
  expect(plain).toMatchObject({
    labels: 3,
    hyphens: 0,
    subHyphens: 1,
    digits: 1,
    pathDepth: 2,
    queryKeys: 1,
    script: 1,
  });
  const [bare, www] = ['https://example.com', 'https://www.example.com'].map((text) =>
    hostFacts(parseLink(text)!),
  );
  expect(www).toEqual(bare);
});

test('whatever is given, a link has a host or is none, and reads the same again', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), anyLink), (text) => {
      const link = parseLink(text);
      if (!link) return;
      expect(link.host).not.toBe('');
      expect(parseLink(link.href)).toMatchObject({ href: link.href, host: link.host, domain: link.domain });
      for (const value of Object.values(hostFacts(link))) expect(Number.isFinite(value)).toBe(true);
    }),
  );
});
