import type { Random } from '../random.ts';
import {
  capitalMoney,
  chineseDate,
  digits,
  drawCompany,
  drawDate,
  drawPerson,
  drawPlace,
  isoDate,
  money,
} from '../vouchers/wording.ts';
import type { FillKind } from './types.ts';

const words = {
  department: ['骨科', '内科', '心内科', '外科', '财务部', '神经内科', '市场营销部', '计算机系', '生产车间'],
  illness: [
    '右侧胫骨骨折',
    '急性心肌梗死',
    '2型糖尿病',
    '腰椎间盘突出症',
    '高血压病3级',
    '重度抑郁发作',
    '肺部感染',
    '急性阑尾炎',
  ],
  position: ['工人', '农民', '销售经理', '会计', '司机', '仓库管理员', '工程师', '个体', '教师'],
  reason: ['身患重病', '合同期满', '单位裁员', '因伤致残', '经营亏损破产', '本地无治疗条件', '丧失劳动能力'],
  bank: ['城关支行', '工业园区支行', '解放路营业部', '分行营业厅', '新城支行'],
  relation: [
    '汉族',
    '配偶',
    '子女',
    '自费',
    '职工医保',
    '现金',
    '转账',
    '正常',
    '住宅',
    '人民币',
    '晴',
    '小型轿车',
    '本人',
  ],
  item: [
    '检查费',
    '手续费',
    '静脉输液',
    '血常规',
    '网上支付',
    '工程款',
    '住宿费',
    '教材费',
    '超市消费',
    '葡萄糖注射液',
    '肝功能十项',
    '货款',
  ],
  advice: [
    '全休三个月，门诊随访',
    '同意',
    '情况属实',
    '注意休息，不适随诊',
    '按时服药，定期复查',
    '同意上报',
  ],
} as const;

const from = (kind: keyof typeof words) => (random: Random) => random.pick(words[kind]);
const amount = (random: Random): number => Math.round(random.between(3, 900) ** 2) / 10;

/** Values as people would fill them in; nobody's numbers. */
export const FILLERS: Readonly<Record<FillKind, (random: Random) => string>> = {
  name: (random) => drawPerson(random).name,
  sex: (random) => drawPerson(random).sex,
  age: (random) => `${random.integer(19, 78)}岁`,
  identity: (random) => drawPerson(random).identity,
  phone: (random) => drawPerson(random).phone,
  date: (random) => (random.chance(0.7) ? chineseDate : isoDate)(drawDate(random)),
  amount: (random) => money(amount(random)),
  capital: (random) => capitalMoney(amount(random)),
  account: (random) => `99${digits(random, 15)}`,
  address: (random) => {
    const place = drawPlace(random);
    return `${place.county}${place.town}${place.village}${random.chance(0.5) ? `${random.integer(1, 300)}号` : ''}`;
  },
  company: drawCompany,
  years: (random) => `${random.integer(1, 20)}年`,
  days: (random) => `${random.integer(3, 60)}天`,
  serial: (random) => digits(random, random.integer(6, 10)),
  count: (random) => String(random.integer(1, 120)),
  rate: (random) =>
    `${random.integer(1, 9)}.${random.integer(0, 9)}-${random.integer(10, 90)}.${random.integer(0, 9)}`,
  department: from('department'),
  illness: from('illness'),
  position: from('position'),
  reason: from('reason'),
  bank: from('bank'),
  relation: from('relation'),
  item: from('item'),
  advice: from('advice'),
};
