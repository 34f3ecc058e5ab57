import { describe, expect, it } from 'vitest';
import { parseAlertQuery } from '../src/alerts/use-alert-query.ts';
import { errorFromAnswer, toApiError } from '../src/api/errors.ts';
import { parseCaseQuery } from '../src/cases/use-case-query.ts';
import { numberFindings } from '../src/exhibit/number-findings.ts';
import { fill } from '../src/shared/fill.ts';
import { bytes, caseName, duration, percent } from '../src/shared/format.ts';
import * as catalogue from '../src/words.ts';

describe('words', () => {
  const entries = Object.values(catalogue).flatMap((group) => Object.entries(group));

  it.each(entries)('%s is in both languages, with the same places to fill', (_, { zh, en }) => {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/^[^\p{Script=Han}]+$/u);
    expect(places(zh)).toEqual(places(en));
  });

  it('fills places, and fails rather than leave one open', () => {
    expect(fill('第 {page} / {pages} 页', { page: 2, pages: 3 })).toBe('第 2 / 3 页');
    expect(() => fill('{page}')).toThrow('{page}');
  });
});

describe('errors', () => {
  it('pass on what the service says', () => {
    const message = { zh: '文件是空的。', en: 'The file is empty.' };
    const error = errorFromAnswer(422, { error: { code: 'upload.empty', message } });
    expect(error).toMatchObject({ code: 'upload.empty', text: message, status: 422 });
  });

  it.each([
    ['a proxy’s page', '<html>502</html>'],
    ['nothing', undefined],
    ['half an error', { error: { code: 'x.y' } }],
    ['a message in one language', { error: { code: 'x.y', message: { zh: '错' } } }],
  ])('have a code and both languages where %s came back', (_, body) => {
    const { code, text } = errorFromAnswer(502, body);
    expect(code).toBe('http.unexpected');
    expect(text.zh).toContain('502');
    expect(text.en).toContain('502');
  });

  it('tell where no answer came at all', () => {
    expect(toApiError(new TypeError('Failed to fetch'))).toMatchObject({
      code: 'http.unreachable',
      status: 0,
    });
  });
});

describe('the address of the list', () => {
  it('is read with care: what it cannot mean is left out', () => {
    const query = (address: string) => parseCaseQuery(new URLSearchParams(address));
    expect(query('verdict=forged&status=done&text=%20R-1%20&cursor=a&cursor=b')).toEqual({
      verdict: 'forged',
      status: 'done',
      text: 'R-1',
      cursor: 'b',
    });
    expect(query('verdict=toString&status=nonsense&text=%20&cursor=')).toEqual({});
    expect(query(`text=${'x'.repeat(500)}`).text).toHaveLength(100);
    const alerts = (address: string) => parseAlertQuery(new URLSearchParams(address));
    const known = { kind: 'campaign', status: 'open', level: 'danger', text: 'apk' };
    expect(alerts('kind=campaign&status=open&level=danger&text=apk')).toEqual(known);
    expect(alerts('kind=constructor&status=done&level=&verdict=forged')).toEqual({});
  });
});

describe('figures', () => {
  it('never promise certainty', () => {
    expect([0, 0.004, 0.42, 0.994, 0.996].map(percent)).toEqual(['<1%', '<1%', '42%', '99%', '>99%']);
  });

  it('are short', () => {
    expect([0, 1023, 1024, 85_804, 5 * 1024 ** 2].map(bytes)).toEqual([
      '0 B',
      '1023 B',
      '1.0 KiB',
      '84 KiB',
      '5.0 MiB',
    ]);
    const at = '2026-03-01T08:30:00.000Z';
    expect(duration(at, '2026-03-01T08:30:00.250Z')).toBe('250 ms');
    expect(duration(at, '2026-03-01T08:30:03.210Z')).toBe('3.2 s');
    expect(duration(at, null)).toBeNull();
  });

  it('a case is called by the first name that it has', () => {
    const id = '018f2b6e-0000-7000-8000-0000abcd1234';
    expect(caseName({ id, reference: 'R-1', title: 't' })).toBe('R-1');
    expect(caseName({ id, reference: null, title: 't' })).toBe('t');
    expect(caseName({ id, reference: '', title: null })).toBe('#abcd1234');
  });

  it('findings come gravest first and are numbered', () => {
    const finding = (severity: 'high' | 'low' | 'info', probability: number) => ({
      page: 1,
      code: 'document.x',
      severity,
      probability,
      region: null,
      message: { zh: '甲', en: 'a' },
    });
    const sorted = numberFindings([
      finding('info', 1),
      finding('low', 0.9),
      finding('high', 0.2),
      finding('high', 0.6),
    ]);
    expect(sorted.map(({ number, severity, probability }) => [number, severity, probability])).toEqual([
      [1, 'high', 0.6],
      [2, 'high', 0.2],
      [3, 'low', 0.9],
      [4, 'info', 1],
    ]);
  });
});
