import { CodeKind } from '@jianzhen/evidence/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gravestHazard, understand } from '../../src/payload/index.ts';
import * as examples from './families/examples.ts';

const texts = Object.values(examples)
  .flat()
  .map(({ text }) => text);
const kinds: ReadonlySet<string> = new Set(CodeKind.enum);

const sane = (text: string, bytes?: Uint8Array): void => {
  const payload = understand(text, bytes);
  expect(kinds.has(payload.kind)).toBe(true);
  expect(payload.links.length).toBeLessThanOrEqual(32);
  for (const value of Object.values(payload.details)) {
    expect(value).toMatch(/\S/);
    expect(value.length).toBeLessThanOrEqual(501);
    expect(value.isWellFormed()).toBe(true);
  }
  const worst = gravestHazard(payload);
  expect(worst?.probability ?? 0).toBeGreaterThanOrEqual(payload.hazard?.probability ?? 0);
};

describe('anything is understood as something', () => {
  it('arbitrary text, halves of characters included', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.constantFrom('', ...texts),
        (junk, head) => {
          const at = junk.length % (head.length + 1);
          sane(head.slice(0, at) + junk + head.slice(at));
          sane(head.slice(0, at) + junk.slice(0, 2).split('').reverse().join(''));
        },
      ),
      { seed: 1, numRuns: 800 },
    ));

  it('arbitrary text of the letters that notations are made of', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...texts.map((text) => /^[^:]*:?/.exec(text)![0])),
        fc.string({ unit: fc.constantFrom(...':;,\\/?#&=%@[]{}"0123AaFf. \n中'), maxLength: 200 }),
        (head, junk) => sane(head + junk),
      ),
      { seed: 2, numRuns: 1500 },
    ));

  it('arbitrary bytes', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        for (const encoding of ['utf-8', 'gb18030', 'shift_jis', 'latin1'])
          sane(new TextDecoder(encoding).decode(bytes), bytes);
      }),
      { seed: 3, numRuns: 300 },
    ));

  it('files are told by their first bytes', () => {
    expect(understand('PK\x03\x04\0\0\0\0', Buffer.from('PK\x03\x04\0\0\0\0'))).toMatchObject({
      kind: 'binary',
      details: { bytes: '8', format: 'zip' },
    });
    expect(understand('', Uint8Array.of(0x1f, 0x8b)).details).toEqual({ bytes: '2', format: 'gzip' });
  });
});

describe('a large payload takes time as a small one does', () => {
  const LARGE = 1 << 16;
  const fill = (unit: string, head = '', length = LARGE) =>
    head + unit.repeat(Math.ceil(length / unit.length)).slice(0, length - head.length);
  const shapes: Readonly<Record<string, readonly [unit: string, head?: string]>> = {
    letters: ['a'],
    spaces: [' ', 'x'],
    dots: ['.', 'https://a.cn/'],
    percent: ['%25', 'https://a.cn/?url='],
    parameters: ['url=http://a.cn&', 'https://a.cn/?'],
    'nested links': ['https://a.cn/?u=', 'https://a.cn/?u='],
    'links in a path': ['https://a.cn/', 'https://a.cn/'],
    labels: ['a.'],
    schemes: ['http://'],
    wifi: ['S:a;', 'WIFI:'],
    escapes: ['\\', 'WIFI:S:'],
    vcard: ['A:b\n ', 'BEGIN:VCARD\n'],
    'quoted-printable': ['=\n', 'BEGIN:VCARD\nQUOTED-PRINTABLE:'],
    tlv: ['0002', '000201'],
    coins: ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb '],
    bech32: ['q', 'lnbc1'],
    chats: ['微信   : '],
    mail: ['a@a.'],
    base64: ['aHR0', 'https://a.cn/?url=aHR0c'],
    intent: [';S.a=b', 'intent://a#Intent'],
    json: ['[', 'alipays://platformapi/startapp?appId=20000123&biz_data='],
    data: [';a=b', 'data:text/html'],
    surrogates: ['\udc00\ud800', 'https://a.cn/?u='],
  };
  const cpu = (text: string): number => {
    const before = process.cpuUsage();
    gravestHazard(understand(text));
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };

  it.each(Object.entries(shapes))('%s', (_, [unit, head]) => {
    const quarter = fill(unit, head, LARGE / 4);
    cpu(quarter);
    // Four times the length: sixteen times the time were quadratic. The least of three, for others use the machine, too.
    const least = (text: string) => Math.min(cpu(text), cpu(text), cpu(text));
    expect(least(fill(unit, head))).toBeLessThan(8 * least(quarter) + 20);
  });

  it('what no code can hold is cut, and said to be', () => {
    const payload = understand(fill('a ', '', 1 << 20));
    expect(payload.details.cut).toBe('true');
  });
});
