/** Sound papers to plant contradictions in. */
import type { RecognisedPage } from '../../src/text.ts';
import { page, sheet, table } from '../page.ts';

/** A number that keeps every rule: born 1949-12-31, female. */
export const IDENTITY = '11010519491231002X';

export const diagnosis = (change: Record<string, string> = {}): RecognisedPage => {
  const value = {
    name: '王小明',
    sex: '女',
    age: '74岁',
    department: '骨科',
    identity: IDENTITY,
    admission: '2024年3月1日',
    discharge: '2024年3月9日',
    diagnosis: '右侧胫骨骨折',
    issued: '2024年3月11日（星期一）',
    ...change,
  };
  return sheet(
    '青禾市人民医院',
    '疾病诊断证明书',
    `姓名：${value.name}  性别：${value.sex}  年龄：${value.age}  科别：${value.department}`,
    `身份证号：${value.identity}`,
    `入院日期：${value.admission}  出院日期：${value.discharge}`,
    `诊断：${value.diagnosis}`,
    '处理意见：全休三个月',
    `医师签名：  日期：${value.issued}`,
  );
};

export const income = (change: Record<string, string> = {}): RecognisedPage => {
  const value = {
    name: '王小明',
    identity: IDENTITY,
    figures: '12,345.00',
    capitals: '壹万贰仟叁佰肆拾伍元整',
    phone: '0755-26001234',
    card: '6222021001112223331',
    issued: '2024年5月6日',
    ...change,
  };
  return sheet(
    '收入证明',
    `兹证明${value.name}，女，身份证号${value.identity}，系我单位正式员工，`,
    `其近一年内平均月收入（税后）为人民币${value.figures}元`,
    `（大写：${value.capitals}）。`,
    `工资发放至银行卡号：${value.card}`,
    `特此证明。  联系电话：${value.phone}`,
    '恒源机电设备有限公司',
    value.issued,
  );
};

export const invoice = (change: Record<string, string> = {}): RecognisedPage => {
  const value = {
    number: '24332000000123456789',
    issued: '2024年05月06日',
    code: '91110000600037341L',
    quantity: '2',
    price: '50.00',
    first: '100.00',
    second: '300.00',
    net: '400.00',
    tax: '52.00',
    total: '452.00',
    capitals: '肆佰伍拾贰元整',
    ...change,
  };
  return page(
    [
      ['电子发票（普通发票）', 500, 60],
      [`发票号码：${value.number}`, 700, 160],
      [`开票日期：${value.issued}`, 700, 220],
      [`统一社会信用代码：${value.code}`, 100, 400],
      [`合计   ¥${value.net}   ¥${value.tax}`, 100, 900],
      [`价税合计（大写）：${value.capitals}`, 100, 980],
      [`（小写）¥${value.total}`, 900, 980],
    ],
    [
      table([
        ['项目名称', '数量', '单价', '金额', '税额'],
        ['保温杯', value.quantity, value.price, value.first, '13.00'],
        ['充电线', '10', '30.00', value.second, '39.00'],
      ]),
    ],
  );
};

export const statement = (
  rows: readonly (readonly string[])[],
  period = '2024-01-01至2024-01-31',
): RecognisedPage =>
  page(
    [
      ['个人账户交易明细', 500, 60],
      ['户名：王小明  币种：人民币', 100, 160],
      [`起止日期：${period}`, 100, 220],
      ['打印时间：2024-02-01', 100, 280],
    ],
    [table([['交易日期', '摘要', '交易金额', '账户余额'], ...rows])],
  );

export const MOVEMENTS: readonly (readonly string[])[] = [
  ['2024-01-02', '工资', '8,000.00', '9,000.00'],
  ['2024-01-05', '消费', '-45.60', '8,954.40'],
  ['2024-01-09', '还款', '-954.40', '8,000.00'],
  ['2024-01-20', '转账', '-500.00', '7,500.00'],
  ['2024-01-28', '利息', '1.23', '7,501.23'],
];
