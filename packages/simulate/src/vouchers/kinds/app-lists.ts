import type { Random } from '../../random.ts';
import { createSheet, type Sheet, type TextStyle } from '../sheet.ts';
import { digits, drawDate, drawPerson, money, pad } from '../wording.ts';
import { statusBar, WIDTH } from './screens.ts';

const GREY = '#8a8f99';
const PAYMENTS = [
  '转账',
  '扫码付款',
  '超市购物',
  '餐饮美食',
  '话费充值',
  '还款',
  '收到转账',
  '退款',
  '水电缴费',
  '药店',
];

const moment = (random: Random): string => {
  const date = drawDate(random);
  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日 ${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`;
};

/** A wallet's month of payments, one a row. */
export function billListScreenshot(random: Random): Sheet {
  const sheet = createSheet(WIDTH, 1920, '#ffffff');
  const { context } = sheet;
  context.fillStyle = '#f5f6f8';
  context.fillRect(0, 0, WIDTH, 360);
  statusBar(sheet, random, '#111');
  sheet.write('‹', 48, 164, { face: 'sans', size: 64 });
  sheet.write('账单', WIDTH / 2, 160, { face: 'sans-bold', size: 44, align: 'centre' });
  const rows = Array.from({ length: 10 }, () => ({
    what: random.pick(PAYMENTS),
    amount:
      random.pick([random.integer(3, 99), random.integer(100, 5000), random.integer(3, 300)]) +
      random.integer(0, 99) / 100,
  }));
  const income = (what: string) => what === '收到转账' || what === '退款';
  const sum = (kept: boolean) =>
    rows.reduce((total, { what, amount }) => total + (income(what) === kept ? amount : 0), 0);
  sheet.write(`2026年${random.integer(1, 6)}月`, 54, 262, { face: 'sans-bold', size: 42 }, 'month');
  sheet.write(`支出 ¥${money(sum(false))}`, 54, 322, { face: 'sans', size: 32, colour: GREY }, 'spent');
  sheet.write(`收入 ¥${money(sum(true))}`, 480, 322, { face: 'sans', size: 32, colour: GREY }, 'received');
  const badges = ['#1677ff', '#07a35a', '#e2582a', '#f0a020', '#6d5bd0'];
  rows.forEach(({ what, amount }, i) => {
    const y = 380 + i * 150;
    context.fillStyle = random.pick(badges);
    context.beginPath();
    context.arc(104, y + 72, 44, 0, 2 * Math.PI);
    context.fill();
    sheet.write(what[0]!, 104, y + 88, { face: 'sans-bold', size: 44, align: 'centre', colour: '#fff' });
    const name = what.includes('转账') ? `${what}-${drawPerson(random).name}` : what;
    sheet.write(name, 180, y + 66, { face: 'sans', size: 38 }, `what-${i + 1}`);
    sheet.write(moment(random), 180, y + 112, { face: 'sans', size: 28, colour: GREY }, `date-${i + 1}`);
    const style: TextStyle = {
      face: 'sans-bold',
      size: 40,
      align: 'right',
      colour: income(what) ? '#d98e04' : '#16181d',
    };
    sheet.write(`${income(what) ? '+' : '-'}${money(amount)}`, WIDTH - 54, y + 84, style, `amount-${i + 1}`);
    sheet.rule(180, y + 149, WIDTH, y + 149, 1.5, '#eceef1');
  });
  return sheet;
}

/** A bank app's page of one account: balance above, latest bookings below. */
export function bankAppScreenshot(random: Random): Sheet {
  const accent = random.pick(['#b5202b', '#0b5fb0', '#00694e', '#c8102e']);
  const sheet = createSheet(WIDTH, 1920, '#f2f3f6');
  const { context } = sheet;
  context.fillStyle = accent;
  context.fillRect(0, 0, WIDTH, 620);
  statusBar(sheet, random, '#fff');
  const white: TextStyle = { face: 'sans', size: 34, colour: '#fff' };
  sheet.write('‹', 48, 164, { ...white, size: 64 });
  sheet.write('账户明细', WIDTH / 2, 160, { ...white, face: 'sans-bold', size: 44, align: 'centre' });
  sheet.write(`临江银行 储蓄卡 尾号${digits(random, 4)}`, 60, 286, white);
  let balance = random.integer(0, 60_000) + random.integer(0, 99) / 100;
  sheet.write('可用余额（元）', 60, 356, { ...white, size: 30 });
  sheet.write(money(balance), 60, 446, { ...white, face: 'sans-bold', size: 80 }, 'balance');
  sheet.write(`户名 ${drawPerson(random).name}`, 60, 540, white, 'name');
  context.fillStyle = '#fff';
  context.beginPath();
  context.roundRect(30, 580, WIDTH - 60, 1300, 24);
  context.fill();
  sheet.write('近期交易', 70, 654, { face: 'sans-bold', size: 38 });
  for (let i = 0; i < 8; i++) {
    const y = 690 + i * 146;
    const paid = random.chance(0.65);
    const amount = random.integer(10, 8000) + random.integer(0, 99) / 100;
    sheet.rule(70, y, WIDTH - 70, y, 1.5, '#eceef1');
    sheet.write(
      paid
        ? random.pick(['消费', '转账汇款', '贷款还款', '快捷支付'])
        : random.pick(['工资', '转账汇款', '利息']),
      70,
      y + 62,
      { face: 'sans', size: 36 },
    );
    sheet.write(moment(random), 70, y + 112, { face: 'sans', size: 28, colour: GREY }, `date-${i + 1}`);
    const style: TextStyle = {
      face: 'sans-bold',
      size: 38,
      align: 'right',
      colour: paid ? '#16181d' : accent,
    };
    sheet.write(`${paid ? '-' : '+'}${money(amount)}`, WIDTH - 70, y + 62, style, `amount-${i + 1}`);
    sheet.write(
      `余额 ${money(balance)}`,
      WIDTH - 70,
      y + 112,
      { face: 'sans', size: 28, align: 'right', colour: GREY },
      `balance-${i + 1}`,
    );
    balance = Math.max(0, balance + (paid ? amount : -amount));
  }
  return sheet;
}
