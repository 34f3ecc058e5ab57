import { describe, expect, it } from 'vitest';
import { type InterpretOptions, interpretPage } from '../../src/interpret.ts';
import { checkCharacter } from '../../src/rules/identity-number/index.ts';
import type { RecognisedPage } from '../../src/text.ts';
import { diagnosis, IDENTITY, income, invoice, MOVEMENTS, statement } from './papers.ts';

const codes = (page: RecognisedPage, options: InterpretOptions = {}) => [
  ...new Set(
    interpretPage(page, { receivedAt: '2024-06-01', ...options })
      .findings.filter(({ severity }) => severity !== 'info')
      .map(({ code }) => code),
  ),
];
const moved = (row: number, column: number, text: string) =>
  MOVEMENTS.map((cells, r) => (r === row ? cells.with(column, text) : cells));

const RECORD = {
  source: '客户资料',
  names: ['王小明'],
  identityNumbers: [IDENTITY],
  phones: [],
  bankCards: [],
};

const sealed = (stem: string) => stem + checkCharacter(stem);

describe('sound papers', () => {
  it.each<[string, RecognisedPage, string]>([
    ['diagnosis', diagnosis(), 'diagnosis-certificate'],
    ['income', income(), 'income-certificate'],
    ['invoice', invoice(), 'invoice'],
    ['statement', statement(MOVEMENTS), 'bank-statement'],
    ['statement, latest first', statement(MOVEMENTS.toReversed()), 'bank-statement'],
  ])('%s: nothing to say', (_, page, kind) => {
    const reading = interpretPage(page, {
      receivedAt: '2024-06-01',
      identities: [RECORD],
      seals: ['青禾市人民医院诊断证明专用章', '恒源机电设备有限公司'],
    });
    expect(reading.kind.kind).toBe(kind);
    expect(reading.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('are read in full', () => {
    const { fields } = interpretPage(invoice());
    expect(Object.fromEntries(fields.map(({ name, value }) => [name, value]))).toMatchObject({
      'invoice-number': '24332000000123456789',
      issued: '2024-05-06',
      amount: '452.00',
      'amount-capitals': '452.00',
      net: '400.00',
      tax: '52.00',
      'credit-code': '91110000600037341L',
    });
  });
});

describe('contradictions', () => {
  it.each<[string, RecognisedPage, string[]]>([
    [
      'wrong check character',
      income({ identity: '110105194912310021' }),
      ['papers.identity-number-checksum'],
    ],
    [
      'impossible birth date',
      income({ identity: sealed('11010519491331002') }),
      ['papers.identity-number-birth-date'],
    ],
    [
      'unknown division',
      income({ identity: sealed('78010519491231002') }),
      ['papers.identity-number-division'],
    ],
    ['sex', diagnosis({ sex: '男' }), ['papers.sex-mismatch']],
    ['age', diagnosis({ age: '53岁' }), ['papers.age-mismatch']],
    ['credit code', invoice({ code: '91110000600037341A' }), ['papers.credit-code-checksum']],
    ['bank card', income({ card: '6222021001112223334' }), ['papers.bank-card-checksum']],
    ['telephone', income({ phone: '10012345678' }), ['papers.phone-range']],
    ['invoice year', invoice({ number: '25332000000123456789' }), ['papers.invoice-year']],
    ['invoice region', invoice({ number: '24992000000123456789' }), ['papers.invoice-region']],
    ['day that cannot be', income({ issued: '2024年2月30日' }), ['papers.date-impossible']],
    ['discharge before admission', diagnosis({ discharge: '2024年2月9日' }), ['papers.dates-backwards']],
    ['day to come', income({ issued: '2024年12月6日' }), ['papers.date-future']],
    ['weekday', diagnosis({ issued: '2024年3月11日（星期四）' }), ['papers.weekday-mismatch']],
    ['figures and capitals', income({ figures: '18,345.00' }), ['papers.amount-mismatch']],
    ['capitals out of order', income({ capitals: '壹佰贰仟叁万元整' }), ['papers.capitals-malformed']],
    ['total', invoice({ total: '952.00', capitals: '玖佰伍拾贰元整' }), ['papers.sum-mismatch']],
    ['column', invoice({ second: '700.00' }), ['papers.sum-mismatch', 'papers.product-mismatch']],
    ['product', invoice({ quantity: '7' }), ['papers.product-mismatch']],
    ['balance', statement(moved(2, 3, '8,600.00')), ['papers.balance-broken']],
    ['change', statement(moved(2, 2, '-54.40')), ['papers.balance-broken']],
    ['period', statement(MOVEMENTS, '2024-02-20至2024-01-31'), ['papers.dates-backwards']],
    ['department', diagnosis({ department: '眼科' }), ['papers.department-rule']],
  ])('%s', (_, page, expected) => expect(codes(page).toSorted()).toEqual(expected.toSorted()));

  it('with other papers of the case', () => {
    expect(codes(income({ name: '李国华' }), { identities: [RECORD] })).toEqual(['identity.mismatch']);
    expect(codes(income({ identity: sealed('44030519900307102') }), { identities: [RECORD] })).toEqual([
      'identity.mismatch',
    ]);
    expect(codes(income(), { identities: [{ ...RECORD, names: ['王**'] }] })).toEqual([]);
    expect(codes(income(), { identities: [{ ...RECORD, names: ['王 小 明', 'WANG XIAOMING'] }] })).toEqual(
      [],
    );
    expect(codes(income(), { identities: [{ ...RECORD, names: ['WANG XIAOMING'] }] })).toEqual([]);
    expect(codes(income({ name: '王小' }), { identities: [RECORD] })).toEqual([]);
    expect(codes(income(), { identities: [{ ...RECORD, bankCards: ['尾号3331'] }] })).toEqual([]);
    expect(codes(income(), { identities: [{ ...RECORD, phones: ['13812345678'] }] })).toEqual([]);
  });

  it('with the record, more gently for a card, its number shown by its ends', () => {
    const identities = [{ ...RECORD, bankCards: ['6228481234567895678'] }];
    const [finding, ...others] = interpretPage(income(), { receivedAt: '2024-06-01', identities }).findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'identity.mismatch',
      severity: 'low',
      values: { subject: 'bank-card', stated: '6222***********3331', expected: '6228***********5678' },
    });
    expect(codes(income(), { identities: [{ ...RECORD, names: [] }] })).toEqual([]);
  });

  it('with the seal', () => {
    expect(codes(diagnosis(), { seals: ['长汀县柳树镇人民政府'] })).toEqual([
      'papers.organisation-seal-mismatch',
    ]);
    expect(codes(diagnosis(), { seals: ['长汀县柳树镇人民政府', '青禾市人民医院'] })).toEqual([]);
  });

  it('say what, where and by which rule, in both languages', () => {
    const [finding] = interpretPage(income({ figures: '18,345.00' })).findings;
    expect(finding).toMatchObject({
      code: 'papers.amount-mismatch',
      severity: 'high',
      values: { figures: '18345.00', value: '12345.00', rule: '支付结算办法 1997' },
    });
    expect(finding!.message.zh).toContain('小写 18345.00 元');
    expect(finding!.message.en).toContain('12345.00 yuan');
    expect(finding!.region!.height).toBeGreaterThan(60);
  });

  it('note a public holiday, but do not accuse', () => {
    const { findings } = interpretPage(income({ issued: '2024年10月2日' }), { receivedAt: '2024-11-01' });
    expect(findings).toMatchObject([{ code: 'papers.public-holiday', severity: 'info' }]);
    expect(findings[0]!.message.zh).toContain('国庆节');
  });
});
