import { describe, expect, it } from 'vitest';
import { builtInKinds, commonSpec } from '../../src/kinds/built-in.ts';
import { classify } from '../../src/kinds/classify.ts';
import { parseKind } from '../../src/kinds/load.ts';
import { page, sheet, table } from '../page.ts';

const kindOf = (...texts: string[]) => classify(sheet(...texts), builtInKinds).kind;

describe('kinds of papers', () => {
  it.each<[string, string[]]>([
    ['id-card', ['姓名 王小明', '性别 男 民族 汉', '出生 1990年3月5日', '住址 青禾市石桥县', '公民身份号码']],
    ['household-register', ['常住人口登记卡', '姓名', '户主或与户主关系', '籍贯']],
    ['hardship-certificate', ['家庭贫困证明', '兹有我村村民李四，生活确有困难，情况属实。']],
    ['diagnosis-certificate', ['疾 病 诊 断 证 明 书', '姓名：李四 科别：骨科', '处理意见：全休三个月']],
    ['discharge-summary', ['出院小结', '入院诊断：骨折', '出院医嘱：休息']],
    ['disability-certificate', ['中华人民共和国残疾人证', '残疾类别：肢体', '残疾等级：二级']],
    ['death-certificate', ['居民死亡医学证明书', '死亡日期：2024年3月1日']],
    ['unemployment-certificate', ['失业证明', '现处于失业状态，无固定收入来源']],
    ['income-certificate', ['收入证明', '系我单位正式员工，平均月收入']],
    ['bank-statement', ['个人账户交易明细', '户名：李四', '交易日期 摘要 账户余额']],
    ['credit-statement', ['白石商业银行信用卡中心', '本期应还金额', '最低还款额', '到期还款日']],
    ['credit-report', ['个人信用报告', '报告编号：2024', '被查询者姓名']],
    ['invoice', ['电子发票（普通发票）', '发票号码：25', '开票日期：', '价税合计（大写）']],
    ['contract', ['分期还款协议书', '甲方（出借人）：', '乙方（借款人）：', '第一条 欠款确认']],
    ['court-paper', ['青禾市人民法院', '民事判决书', '原告：', '审判长']],
    ['police-paper', ['青禾市公安局', '立案告知书', '报案人：']],
    ['app-screenshot', ['账单详情', '转账成功', '支付时间', '付款方式', '转账单号']],
    ['receipt', ['惠民超市', '购物小票', '合计金额 12.50', '找零 0.00', '谢谢惠顾']],
    ['unknown', ['会议纪要', '与会人员：王小明、李四', '姓名']],
  ])('%s', (kind, texts) => expect(kindOf(...texts)).toBe(kind));

  it('know a chat by its bubbles', () => {
    const bubbles = ['您好，可以先还一部分', '好的，我先转过去', '麻烦您了，等工资发了还', '好的，收到'].map(
      (text, i) => [text, i % 2 === 0 ? 60 : 1600 - text.length * 30 - 40, 200 + i * 200] as const,
    );
    const { kind, reasons } = classify(page(bubbles), builtInKinds);
    expect(kind).toBe('chat-screenshot');
    expect(reasons.map(({ text }) => text)).toContain('twoSides');
  });

  it('say which words made them so, and where', () => {
    const result = classify(sheet('收入证明', '兹证明王小明现任会计一职'), builtInKinds);
    expect(result.reasons.map(({ text }) => text)).toEqual(['收入证明', '现任']);
    expect(result.reasons[0]!.region).toMatchObject({ x: 100, y: 100, width: 120 });
    expect(result.score).toBeCloseTo(6);
    expect(result.candidates[0]).toMatchObject({ kind: 'income-certificate' });
  });

  it('bear one misread character in a long word', () => {
    expect(kindOf('疾病诊断证明书', '处理意贝：休息')).toBe('diagnosis-certificate');
    expect(kindOf('疾病诊断征明书', '处理意贝：休息')).toBe('diagnosis-certificate');
  });

  it('count a title less within the text', () => {
    const below = sheet('通知', '一', '二', '请携带收入证明前来');
    expect(classify(below, builtInKinds).kind).toBe('unknown');
  });

  it('use a table where a kind has one', () => {
    const rows = [
      ['交易日期', '余额'],
      ['2024-01-02', '1.00'],
      ['2024-01-03', '2.00'],
    ];
    const statement = page([['对账单 户名 余额', 100, 100]], [table(rows)]);
    expect(classify(statement, builtInKinds).reasons.at(-1)).toEqual({
      text: 'table',
      weight: 1,
      region: null,
    });
  });
});

describe('configurations', () => {
  const common = commonSpec.fields.map(({ name }) => name);
  const kind = {
    kind: 'lease',
    name: { zh: '租赁合同', en: 'Lease' },
    words: [
      { text: '租赁合同', weight: 6 },
      { text: '出租人', weight: 2 },
    ],
    threshold: 5,
    fields: [
      { name: 'from', type: 'date', labels: ['起租日期'] },
      { name: 'until', type: 'date', labels: ['到租日期'] },
    ],
    tables: [],
    checks: [{ rule: 'dates-in-order', earlier: 'from', later: 'until' }],
  };

  it('add a kind without code', () =>
    expect(
      classify(sheet('房屋租赁合同', '出租人：李四'), [...builtInKinds, parseKind(kind, common)]).kind,
    ).toBe('lease'));

  it.each([
    ['no threshold', { ...kind, threshold: undefined }],
    ['an unknown key', { ...kind, colour: 'red' }],
    ['an unknown type', { ...kind, fields: [{ name: 'from', type: 'datum', labels: [] }] }],
    [
      'a check of a field that is not there',
      { ...kind, checks: [{ rule: 'dates-in-order', earlier: 'from', later: 'end' }] },
    ],
    [
      'a broken pattern',
      { ...kind, fields: [...kind.fields, { name: 'x', type: 'text', labels: [], pattern: '(' }] },
    ],
    [
      'a check of a table that is not there',
      { ...kind, checks: [{ rule: 'sum', table: 't', column: 'c', total: 'from' }] },
    ],
    ['nothing', null],
  ])('with %s are refused', (_, json) =>
    expect(() => parseKind(json, common)).toThrowError(
      expect.objectContaining({ code: 'papers.configuration-invalid' }),
    ),
  );
});
