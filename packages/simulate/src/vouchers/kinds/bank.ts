import type { Random } from '../../random.ts';
import { drawBankCard } from '../numbers.ts';
import { stamp } from '../seal.ts';
import type { CreateSheet, Sheet } from '../sheet.ts';
import { digits, drawCompany, drawDate, drawPerson, isoDate, money, type Person } from '../wording.ts';
import { table } from './table.ts';

/** Banks that do not exist. */
export const BANKS = ['云岭农村商业银行', '临江银行', '安澜银行', '白石商业银行'] as const;

export interface Movement {
  readonly date: Date;
  readonly kind: string;
  readonly amount: number;
  readonly balance: number;
  readonly other: string;
}

/** Movements of a wage account over some months, with the running balance. */
export function drawMovements(random: Random, count: number): Movement[] {
  const wage = random.integer(38, 120) * 100;
  const employer = drawCompany(random);
  let balance = random.integer(800, 26_000) + random.integer(0, 99) / 100;
  let time = drawDate(random).getTime() - 120 * 86_400_000;
  return Array.from({ length: count }, (_, i) => {
    time += random.integer(1, 4) * 86_400_000 + random.integer(0, 30_000_000);
    const pay = i % 7 === 3;
    const most = Math.max(20, Math.min(2600, balance * 0.5));
    const amount = pay ? wage : -Math.round(random.between(8, most) * 100) / 100;
    balance = Math.round((balance + amount) * 100) / 100;
    return {
      date: new Date(time),
      kind: pay ? '代发工资' : random.pick(['消费', '网上支付', '转账', '取现', '还款', '缴费']),
      amount,
      balance,
      other: pay
        ? employer
        : random.pick([drawPerson(random).name, '财付宝支付', '快捷支付', 'ATM', '便民超市', '*信贷款']),
    };
  });
}

export function bankStatement(random: Random, holder: Person, create: CreateSheet): Sheet {
  const sheet = create(1240, 1754, '#ffffff');
  const bank = random.pick(BANKS);
  const movements = drawMovements(random, random.integer(22, 28));
  const head = { face: 'sans' as const, size: 24, colour: '#222' };
  const blue = random.pick(['#1d3f77', '#8f1d22', '#0d5c4a']);
  sheet.context.fillStyle = blue;
  sheet.context.fillRect(90, 110, 14, 56);
  sheet.write(bank, 122, 154, { face: 'sans-bold', size: 44, colour: blue });
  sheet.write('个人账户交易明细', 1150, 152, { face: 'sans', size: 34, align: 'right' });
  sheet.rule(90, 184, 1150, 184, 2.5, blue);
  sheet.write(`户名：`, 90, 238, head);
  sheet.write(holder.name, 170, 238, head, 'name');
  sheet.write('卡号：', 430, 238, head);
  const card = drawBankCard(random);
  sheet.write(card, 510, 238, head, 'account');
  sheet.write('币种：人民币', 1150, 238, { ...head, align: 'right' });
  const [first, last] = [isoDate(movements[0]!.date), isoDate(movements.at(-1)!.date)];
  const from = sheet.write(first, sheet.write('起止日期：', 90, 280, head), 280, head, 'from');
  sheet.write(last, sheet.write(' 至 ', from, 280, head), 280, head, 'until');
  const printed = sheet.write('打印时间：', 780, 280, head);
  const time = sheet.write(last, printed, 280, head, 'date');
  sheet.write(movements.at(-1)!.date.toISOString().slice(10, 19).replace('T', ' '), time, 280, head);
  const body = { face: random.pick(['sans', 'serif'] as const), size: 22 };
  const bottom = table(
    sheet,
    90,
    312,
    [
      { title: '序号', width: 76, align: 'centre' },
      { title: '交易日期', width: 170, align: 'centre' },
      { title: '摘要', width: 150, align: 'left' },
      { title: '交易金额', width: 190, align: 'right', field: 'amount' },
      { title: '账户余额', width: 200, align: 'right', field: 'balance' },
      { title: '对方户名', width: 274, align: 'left' },
    ],
    movements.map((movement, i) => [
      String(i + 1),
      isoDate(movement.date),
      movement.kind,
      `${movement.amount > 0 ? '+' : ''}${money(movement.amount)}`,
      money(movement.balance),
      movement.other,
    ]),
    {
      head: { ...head, face: 'sans-bold', size: 22 },
      body,
      rowHeight: 44,
      grid: random.pick(['all', 'rows'] as const),
      shade: '#eef1f5',
    },
  );
  const paid = (sign: number) => movements.reduce((sum, { amount }) => sum + Math.max(0, sign * amount), 0);
  sheet.write(
    money(paid(-1)),
    sheet.write('支出合计：', 90, bottom + 50, head),
    bottom + 50,
    head,
    'expense',
  );
  sheet.write(`收入合计：`, 480, bottom + 50, head);
  sheet.write(money(paid(1)), 606, bottom + 50, head, 'income');
  sheet.write('本明细仅供参考，以柜台打印为准。    第 1 页 / 共 1 页', 620, 1690, {
    ...head,
    size: 20,
    align: 'centre',
    colour: '#777',
  });
  stamp(
    sheet,
    { ring: `${bank}股份有限公司`, foot: '业务专用章', diameter: 210 },
    980 + random.integer(-60, 40),
    bottom + 20,
    random,
  );
  Object.assign(sheet.keys, {
    holder: holder.name,
    'bank-card': card.replaceAll(' ', ''),
    'period-from': first,
    'period-until': last,
    printed: last,
    'income-total': paid(1).toFixed(2),
    'expense-total': paid(-1).toFixed(2),
  });
  return sheet;
}

export function creditStatement(random: Random, holder: Person, create: CreateSheet): Sheet {
  const sheet = create(1240, 1754, '#ffffff');
  const bank = random.pick(BANKS);
  const date = drawDate(random);
  const month = `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月`;
  const due = isoDate(new Date(date.getTime() + 20 * 86_400_000));
  const owed = random.integer(2000, 68_000) + random.integer(0, 99) / 100;
  const text = { face: 'sans' as const, size: 26 };
  sheet.context.fillStyle = '#f3f0e9';
  sheet.context.fillRect(0, 0, 1240, 210);
  sheet.write(`${bank} · 信用卡中心`, 100, 110, { face: 'sans-bold', size: 40, colour: '#7a5a17' });
  sheet.write(`${month} 信用卡电子账单`, 100, 168, { ...text, size: 30, colour: '#7a5a17' });
  sheet.write(
    isoDate(date),
    sheet.write('账单日：', 880, 168, text),
    168,
    { ...text, colour: '#333' },
    'statement-date',
  );
  sheet.write('尊敬的', 100, 290, text);
  sheet.write(holder.name, 190, 290, { ...text, face: 'sans-bold' }, 'name');
  sheet.write(`${holder.sex === '男' ? '先生' : '女士'}，您好！以下是您本期的账单：`, 330, 290, text);
  const cells = [
    ['本期应还金额', `¥${money(owed)}`, 'owed'],
    ['最低还款额', `¥${money(Math.round(owed * 5) / 100)}`, 'least'],
    ['到期还款日', due, 'due'],
    ['信用额度', `¥${money(random.integer(2, 12) * 10_000)}`, 'limit'],
  ] as const;
  cells.forEach(([label, value, name], i) => {
    const x = 100 + (i % 2) * 540;
    const y = 350 + Math.floor(i / 2) * 150;
    sheet.context.fillStyle = '#faf8f3';
    sheet.context.fillRect(x, y, 510, 126);
    sheet.write(label, x + 28, y + 46, { ...text, size: 24, colour: '#666' });
    sheet.write(
      value,
      x + 28,
      y + 100,
      { face: 'sans-bold', size: 40, colour: i === 0 ? '#b0281f' : '#222' },
      name,
    );
  });
  sheet.write('交易明细', 100, 720, { face: 'sans-bold', size: 30 });
  const shops = [
    '京淘商城',
    '便民超市',
    '美味餐饮',
    '中石加油站',
    '旅途网',
    '优选生鲜',
    '安心药房',
    '分期付款',
  ];
  const card = digits(random, 4);
  const rows = Array.from({ length: random.integer(12, 16) }, (_, i) => {
    const day = isoDate(new Date(date.getTime() - (16 - i) * 1.7 * 86_400_000)).slice(5);
    return [
      day,
      day,
      random.pick(shops),
      card,
      money(random.integer(12, 3200) + random.integer(0, 99) / 100),
    ];
  });
  const bottom = table(
    sheet,
    100,
    750,
    [
      { title: '交易日', width: 150, align: 'centre' },
      { title: '记账日', width: 150, align: 'centre' },
      { title: '交易说明', width: 380, align: 'left' },
      { title: '卡号末四位', width: 160, align: 'centre' },
      { title: '金额（元）', width: 210, align: 'right', field: 'amount' },
    ],
    rows,
    {
      head: { face: 'sans-bold', size: 22 },
      body: { face: 'sans', size: 22 },
      rowHeight: 46,
      grid: 'rows',
      shade: '#f3f0e9',
      rule: '#ddd6c6',
    },
  );
  sheet.write(
    '逾期未还将产生违约金并可能影响您的征信记录，如有疑问请致电客服 400-000-0000。',
    100,
    Math.max(bottom + 80, 1640),
    { ...text, size: 22, colour: '#777' },
  );
  Object.assign(sheet.keys, {
    holder: holder.name,
    'statement-date': isoDate(date),
    due,
    amount: owed.toFixed(2),
    minimum: (Math.round(owed * 5) / 100).toFixed(2),
  });
  return sheet;
}
