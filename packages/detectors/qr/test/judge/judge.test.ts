import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  buildLists,
  codeTraces,
  createJudge,
  domainTrace,
  openUrlModel,
  type Payload,
  parseLink,
  payloadKey,
  payloadTrace,
} from '../../src/index.ts';
import { agentWords } from '../../src/judge/words.ts';
import { anyLink, model } from './support.ts';

const judge = createJudge({ model });
const lists = buildLists([
  { name: 'vouched', kind: 'allow', expressions: ['xkqjzw7.top/'] },
  { name: 'reported', kind: 'block', expressions: ['example.org/bad/', 'sub.xkqjzw7.top/'] },
]);
const listing = createJudge({ model, lists });
const codes = (risk: { reasons: readonly { code: string }[] }) => risk.reasons.map(({ code }) => code);
const payload = (links: string[], more: Partial<Payload> = {}): Payload => ({
  kind: 'url',
  details: {},
  links,
  hazard: null,
  ...more,
});

test('official domains are safe, whoever else says so', () => {
  expect(judge.judgeUrl('https://mybank.icbc.com.cn/icbc/')).toMatchObject({ level: 'safe' });
  expect(codes(judge.judgeUrl('https://mybank.icbc.com.cn/'))).toEqual(['qr.official']);
});

test.each([
  ['http://аlipay.com/', 'qr.like-confusable'],
  ['http://0x7f.1/', 'qr.address-disguised'],
  ['http://www.icbc.com.cn@qzxw.top/', 'qr.user'],
  ['http://icbc.com.cn.qzxw7k.top/', 'qr.like-subdomain'],
])('%s is dangerous, first for %s', (url, code) => {
  const risk = judge.judgeUrl(url);
  expect(risk.level).toBe('danger');
  expect(codes(risk)[0]).toBe(code);
});

test('an Android package is never safe', () => {
  const risk = judge.judgeUrl('https://www.example.com/app/a.apk');
  expect(risk.level).not.toBe('safe');
  expect(codes(risk)).toContain('qr.apk');
});

test('lists are certain, the most specific entry first', () => {
  expect(listing.judgeUrl('https://example.org/bad/x')).toMatchObject({ level: 'danger', probability: 0.99 });
  expect(codes(listing.judgeUrl('https://example.org/bad/x'))).toEqual(['qr.listed']);
  expect(codes(listing.judgeUrl('https://xkqjzw7.top/'))).toEqual(['qr.vouched']);
  expect(codes(listing.judgeUrl('https://a.sub.xkqjzw7.top/'))).toEqual(['qr.listed']);
});

test('an allow-list that names a brand does not vouch for what strangers publish there, nor for where links send on', () => {
  const bytes = buildLists([
    { name: 'brands', kind: 'allow', expressions: ['qq.com/', 'vouched.example.net/'] },
  ]);
  const vouching = createJudge({ model, lists: bytes });
  expect(codes(vouching.judgeUrl('https://www.qq.com/'))).toEqual(['qr.vouched']);
  expect(codes(vouching.judgeUrl('https://docs.qq.com/form/page/DTk'))).not.toContain('qr.vouched');
  const sent = vouching.judgeUrl('https://vouched.example.net/go?to=http://icbc.com.cn.qzxw7k.top/');
  expect(sent.level).toBe('danger');
});

test('a person’s word goes before lists and the model, for links and payloads', () => {
  const corrected = createJudge({
    model,
    lists,
    overrides: new Map([
      ['example.org/bad/', 'safe'],
      [payloadTrace('https://www.example.com/'), 'danger'],
      [payloadKey(payload([], { kind: 'wechat-bind', details: { id: '7' } })), 'safe'],
    ]),
  });
  expect(corrected.judgeUrl('https://example.org/bad/x').level).toBe('safe');
  expect(corrected.judgeUrl('https://example.com').level).toBe('danger');
  const hazard = { probability: 0.95, reason: { code: 'x', message: { zh: '', en: '' } } };
  const bind = payload([], { kind: 'wechat-bind', details: { id: '7' }, hazard });
  expect(judge.judgePayload(bind).level).toBe('danger');
  expect(corrected.judgePayload(bind).level).toBe('safe');
});

test('a link within a link is judged too, under an official domain as well', () => {
  const risk = judge.judgeUrl('https://www.baidu.com/link?url=http%3A%2F%2Ficbc.com.cn.qzxw7k.top%2F');
  expect(risk.level).toBe('danger');
  expect(codes(risk)[0]).toBe('qr.forwards');
});

test('words of agents raise a probability and are quoted', () => {
  const plain = judge.judgePayload(payload([]));
  const worded = judge.judgePayload(payload([]), { words: ['专业 停息挂账', '征信修复，扫码返现'] });
  expect(plain.level).toBe('safe');
  expect(worded.probability).toBeGreaterThan(plain.probability);
  expect(codes(worded)[0]).toBe('qr.words');
  expect(worded.reasons[0]!.message.zh).toContain('停息挂账');
  expect(agentWords(['今天天气不错']).weight).toBe(0);
});

test('of several links the worst counts', () => {
  const one = judge.judgePayload(payload(['https://www.icbc.com.cn/']));
  const both = judge.judgePayload(payload(['https://www.icbc.com.cn/', 'http://icbc.com.cn.qzxw7k.top/']));
  expect(one.level).toBe('safe');
  expect(both.level).toBe('danger');
});

test('no link is a coded error', () => {
  expect(() => judge.judgeUrl('tel:1')).toThrow(expect.objectContaining({ code: 'qr.not-a-link' }));
  expect(() => openUrlModel('{}')).toThrow(expect.objectContaining({ code: 'qr.model-unreadable' }));
});

test('scheme, www, capitals of the host and the last slash change nothing', () => {
  const score = (url: string) => judge.judgeUrl(url).probability;
  for (const [a, b] of [
    ['https://garden-history.org/posts/a', 'http://www.Garden-History.org/posts/a/'],
    ['https://xkqjzw7.top', 'http://www.XKQJZW7.top/'],
  ] as const)
    expect(Math.abs(score(a) - score(b))).toBeLessThan(0.02);
});

test('whatever the link, there is a probability, a level and a reason in both languages', () => {
  fc.assert(
    fc.property(anyLink, (url) => {
      const { probability, reasons } = judge.judgeUrl(url);
      expect(probability).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1);
      expect(reasons.length).toBeGreaterThan(0);
      for (const { message } of reasons) expect(message.zh && message.en).toBeTruthy();
    }),
  );
});

test('traces: one payload under one name, no domain of brands and shorteners', () => {
  expect(payloadTrace('https://www.Example.com/a/')).toBe(payloadTrace('http://example.com/a'));
  expect(payloadTrace(`x${'y'.repeat(300)}`)).toMatch(/^sha256:[0-9a-f]{64}$/);
  const domain = (text: string) => domainTrace(parseLink(text)!);
  expect(domain('https://a.b.example.com/')).toBe('example.com');
  expect(domain('https://foo.duckdns.org/')).toBe('foo.duckdns.org');
  expect(domain('https://shop.weebly.com/')).toBe('shop.weebly.com');
  expect(domain('https://www.icbc.com.cn/')).toBeNull();
  expect(domain('https://bit.ly/abc')).toBeNull();
  expect(codeTraces('https://a.example.com/x', payload(['https://a.example.com/x']))).toEqual([
    { kind: 'qr_payload', value: 'a.example.com/x' },
    { kind: 'domain', value: 'example.com' },
  ]);
});
