import { describe, expect, it } from 'vitest';
import {
  editDistance,
  fieldTable,
  lineErrors,
  type PaperReading,
  type PaperTruth,
  paperIntervals,
  paperMetrics,
  paperOutcome,
  paperTable,
  paperTruth,
  parsePaperManifest,
  placelessErrors,
  plainText,
  sroieDay,
  sroieOutcomes,
} from '../src/index.ts';

const SIZE = 20;
/** A line as read, its characters side by side from (x, y). */
const read = (text: string, x: number, y: number) => ({
  characters: [...text].map((character, i) => ({
    text: character,
    region: { x: x + i * SIZE, y, width: SIZE, height: SIZE },
  })),
});
const placed = (text: string, x: number, y: number) => ({
  text,
  region: { x, y, width: [...text].length * SIZE, height: SIZE },
});
const reading = (...lines: ReturnType<typeof read>[]): PaperReading => ({ lines, fields: [], findings: [] });
const errorsOf = (errors: readonly { errors: number }[]) =>
  errors.reduce((sum, line) => sum + line.errors, 0);

describe('character error', () => {
  it('counts edits, some of them free', () => {
    expect(editDistance([...'姓名'], [...'性名'])).toBe(1);
    expect(editDistance([...'2025'], [...'2025专用'], [false, false, false, false, true, true])).toBe(0);
    expect(editDistance([...'2025'], [...'20专25'], [false, false, true, false, false])).toBe(0);
  });

  it('leaves width, blanks and drawn rules out of account', () => {
    expect(plainText('合 计（大写）：--------')).toBe('合计(大写):');
  });

  it('does not mind reading order or how lines are cut', () => {
    const truth = [placed('姓名王芳', 0, 0), placed('性别女', 200, 0), placed('日期', 0, 60)];
    const cut = reading(read('日期', 0, 60), read('王芳', 40, 0), read('性别女', 200, 0), read('姓名', 0, 0));
    expect(errorsOf(lineErrors(truth, cut))).toBe(0);
    const joined = reading(read('日期', 0, 60), {
      characters: [...read('姓名王芳', 0, 0).characters, ...read('性别女', 200, 0).characters],
    });
    expect(errorsOf(lineErrors(truth, joined))).toBe(0);
  });

  it('counts what is missed, misread and made up, but not what stands in a seal', () => {
    const truth = [placed('诊断骨折', 0, 0), placed('2025年', 0, 60)];
    const wrong = reading(read('诊断骨拆', 0, 0), read('公章', 300, 300));
    expect(errorsOf(lineErrors(truth, wrong))).toBe(1 + 5 + 2);
    const seal = { x: 60, y: 40, width: 300, height: 300 };
    const sealed = reading(read('诊断骨折', 0, 0), read('2025年专用', 0, 60), read('公章', 300, 300));
    expect(errorsOf(lineErrors(truth, sealed, [seal]))).toBe(0);
    expect(errorsOf(lineErrors(truth, sealed))).toBe(4);
  });

  it('goes without places where there are none', () => {
    const page = reading(read('日期2025', 0, 0), read('姓名王芳', 0, 0));
    expect(errorsOf(placelessErrors(['姓名王芳', '日期2025'], page))).toBe(0);
    expect(errorsOf(placelessErrors(['姓名王方', '日期'], page))).toBe(1 + 4);
  });
});

const truth = (fields: Record<string, string>, contradictions: string[] = []): PaperTruth => ({
  kind: 'invoice',
  lines: null,
  fields,
  contradictions,
});
const finding = (code: string, severity: 'high' | 'info' = 'high') => ({ code, severity });

describe('metrics of papers', () => {
  const page = (fields: PaperReading['fields'], findings: PaperReading['findings'] = []) => ({
    lines: [],
    fields,
    findings,
  });
  const outcomes = [
    paperOutcome(
      truth({ amount: '12.00', seller: '佳禾（上海）' }),
      page([{ name: 'amount', value: '12.00' }]),
      {
        file: 'a',
      },
    ),
    paperOutcome(
      truth({ amount: '9.00', seller: '佳禾(上海)' }),
      page(
        [
          { name: 'amount', value: '9.50' },
          { name: 'seller', value: '佳禾（上海）' },
        ],
        [finding('papers.sum-mismatch'), finding('papers.public-holiday', 'info')],
      ),
      { file: 'b' },
    ),
    paperOutcome(
      truth({ amount: '1.00' }, ['papers.sex-mismatch']),
      page([], [finding('papers.sex-mismatch')]),
      {
        file: 'c',
        sort: 'sex',
      },
    ),
    paperOutcome(
      truth({ amount: '1.00' }, ['papers.sex-mismatch']),
      page([], [finding('papers.age-mismatch')]),
      {
        file: 'd',
        sort: 'sex',
      },
    ),
  ];

  it('tell fields of untouched pages, planted contradictions and false findings apart', () => {
    expect(paperMetrics(outcomes)).toEqual({
      pages: 4,
      characterErrorRate: null,
      fieldExact: 0.5,
      contradictionRecall: 0.5,
      falseFindingsPerPage: 0.5,
    });
    expect(paperTable(outcomes).map(({ part }) => part)).toContain('sort sex');
    expect(fieldTable(outcomes).map(({ field, exact }) => [field, exact])).toEqual([
      ['amount', 0.5],
      ['seller', 0.5],
    ]);
  });

  it('have intervals around them, null where nothing was measured', () => {
    const { fieldExact, characterErrorRate, contradictionRecall } = paperIntervals(outcomes);
    expect(characterErrorRate).toBeNull();
    expect(fieldExact!.low).toBeLessThanOrEqual(0.5);
    expect(contradictionRecall!.high).toBeGreaterThan(0.5);
  });
});

describe('manifests of papers', () => {
  const files: Record<string, string> = {
    'a.json': '{"kind": "invoice", "fields": {"amount": "3.00"}, "contradictions": []}',
    'a.txt': '发票\n合计',
    'bad.json': '{"lines": [{"txt": 1}]}',
  };
  const load = async (path: string) => {
    if (!(path in files)) throw new Error('missing');
    return files[path]!;
  };

  it('take the truth out of JSON, texts and columns', async () => {
    const [a, b] = parsePaperManifest(
      'file,truth,text,fields,contradictions\na.jpg,a.json,a.txt,seller=佳禾,\nb.jpg,,,amount=1.00;name=王芳,papers.sex-mismatch\n',
      'm.csv',
    );
    expect(await paperTruth(a!, load)).toMatchObject({
      kind: 'invoice',
      lines: [{ text: '发票' }, { text: '合计' }],
      fields: { amount: '3.00', seller: '佳禾' },
      contradictions: [],
    });
    expect(await paperTruth(b!, load)).toMatchObject({
      lines: null,
      fields: { amount: '1.00', name: '王芳' },
      contradictions: ['papers.sex-mismatch'],
    });
  });

  it('say what they lack', async () => {
    expect(() => parsePaperManifest('picture\na.jpg\n', 'm.csv')).toThrow(/file/);
    for (const name of ['none.json', 'bad.json']) {
      const row = { file: 'a', truth: name, columns: {} };
      await expect(paperTruth(row, load)).rejects.toMatchObject({ code: 'eval.manifest-unreadable' });
    }
  });
});

describe('SROIE', () => {
  it.each([
    ['19/10/2018', '2018-10-19'],
    ['30-06-18', '2018-06-30'],
    ['2017.12.01', '2017-12-01'],
    ['20180304', '2018-03-04'],
    ['3 MAY 2018', '2018-05-03'],
    ['JAN 9, 2017', '2017-01-09'],
  ])('%s is %s', (text, day) => expect(sroieDay(text)).toBe(day));

  it('compares values by what they say', () => {
    const key = { company: 'INDAH GIFT & HOME DECO', date: '19/10/2018', total: 'RM60.30' };
    const outcomes = sroieOutcomes(key, [
      { name: 'company', value: 'Indah Gift&Home Deco' },
      { name: 'issued', value: '2018-10-19' },
      { name: 'amount', value: '60.80' },
    ]);
    expect(outcomes.map(({ name, exact }) => [name, exact])).toEqual([
      ['total', false],
      ['date', true],
      ['company', true],
    ]);
  });
});
