import { expect, test } from 'vitest';
import { followShorteners, safeBrowsing } from '../src/online.ts';

const redirects = (to: Readonly<Record<string, string>>, asked: string[]): typeof fetch => {
  const send = async (url: unknown) => {
    asked.push(String(url));
    const location = to[String(url)];
    return new Response(null, location === undefined ? {} : { status: 302, headers: { location } });
  };
  return send as typeof fetch;
};

test('shorteners are followed from one to the next, and what they lead to is not opened', async () => {
  const asked: string[] = [];
  const send = redirects(
    {
      'https://bit.ly/a': 'https://t.cn/b',
      'https://t.cn/b': 'http://10.0.0.1/admin',
      'https://t.cn/c': 'https://t.cn/c',
    },
    asked,
  );
  expect(await followShorteners(send).follow('https://bit.ly/a')).toBe('http://10.0.0.1/admin');
  expect(asked).toEqual(['https://bit.ly/a', 'https://t.cn/b']);
  expect(await followShorteners(send).follow('https://example.com/')).toBeNull();
  asked.length = 0;
  expect(await followShorteners(send).follow('https://t.cn/c')).toBeNull();
  expect(asked.length).toBe(5);
});

test('no answer is no word: neither a failure nor a status throws', async () => {
  const failing = (async () => {
    throw new TypeError('fetch failed');
  }) as unknown as typeof fetch;
  expect(await followShorteners(failing).follow('https://bit.ly/a')).toBeNull();
  expect(await safeBrowsing('k', failing).lookup('https://example.com/')).toBeNull();
  const refused = (async () => new Response('{}', { status: 403 })) as typeof fetch;
  expect(await safeBrowsing('k', refused).lookup('https://example.com/')).toBeNull();
  const found = (async () =>
    Response.json({ matches: [{ threatType: 'MALWARE' }] })) as unknown as typeof fetch;
  expect(await safeBrowsing('k', found).lookup('https://example.com/')).toBe('MALWARE');
});
