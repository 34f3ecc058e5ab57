import type { Random } from '../../random.ts';
import { createSheet, type Sheet, type TextStyle } from '../sheet.ts';
import { digits, drawDate, drawPerson, isoDate, money, pad } from '../wording.ts';

export const WIDTH = 1080;

/** The strip with the time and the battery. */
export function statusBar(sheet: Sheet, random: Random, colour: string): void {
  const text: TextStyle = { face: 'sans-bold', size: 34, colour };
  sheet.write(`${random.integer(7, 22)}:${pad(random.integer(0, 59))}`, 54, 62, text);
  sheet.write(`5G  ${random.integer(18, 99)}%`, WIDTH - 54, 62, { ...text, size: 30, align: 'right' });
}

/** An app's page on one payment. */
export function paymentScreenshot(random: Random): Sheet {
  const sheet = createSheet(WIDTH, 1920, '#f4f5f7');
  const { context } = sheet;
  const amount = random.integer(200, 28_000) + random.pick([0, 0, 0.5, 0.88]);
  const date = drawDate(random);
  const accent = random.pick(['#1677ff', '#07a35a', '#e2582a']);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, WIDTH, 200);
  statusBar(sheet, random, '#111');
  sheet.write('账单详情', WIDTH / 2, 160, { face: 'sans-bold', size: 44, align: 'centre' });
  sheet.write('‹', 48, 164, { face: 'sans', size: 64 });
  context.fillStyle = '#fff';
  context.beginPath();
  context.roundRect(36, 236, WIDTH - 72, 1250, 28);
  context.fill();
  context.fillStyle = accent;
  context.beginPath();
  context.arc(WIDTH / 2, 350, 56, 0, 2 * Math.PI);
  context.fill();
  const payee = drawPerson(random).name;
  sheet.write(payee[0]!, WIDTH / 2, 370, { face: 'sans-bold', size: 54, align: 'centre', colour: '#fff' });
  sheet.write(`转账-转给${payee}`, WIDTH / 2, 466, { face: 'sans', size: 38, align: 'centre' }, 'payee');
  sheet.write(
    `-${money(amount)}`,
    WIDTH / 2,
    584,
    { face: 'sans-bold', size: 92, align: 'centre' },
    'amount',
  );
  sheet.write(
    '交易成功',
    WIDTH / 2,
    656,
    { face: 'sans', size: 36, align: 'centre', colour: '#8a8f99' },
    'state',
  );
  sheet.rule(80, 712, WIDTH - 80, 712, 2, '#eceef1');
  const rows: [string, string, string?][] = [
    ['支付时间', `${isoDate(date)} ${date.toISOString().slice(11, 19)}`, 'date'],
    ['付款方式', `临江银行储蓄卡（${digits(random, 4)}）`],
    ['商品说明', random.pick(['还款', '转账', '借款归还', '货款'])],
    ['收款方账户', `${payee}（1****${digits(random, 4)}）`],
    ['转账单号', digits(random, 20), 'number'],
    ['商户单号', digits(random, 18)],
  ];
  rows.forEach(([label, value, name], i) => {
    const y = 800 + i * 104;
    sheet.write(label, 84, y, { face: 'sans', size: 36, colour: '#8a8f99' });
    sheet.write(value, WIDTH - 84, y, { face: 'sans', size: 36, align: 'right' }, name);
  });
  context.fillStyle = '#f1f2f5';
  context.beginPath();
  context.roundRect(84, 1390 - 20, WIDTH - 168, 84, 42);
  context.fill();
  sheet.write('查看往来转账记录', WIDTH / 2, 1426, {
    face: 'sans',
    size: 36,
    align: 'centre',
    colour: accent,
  });
  sheet.write('对订单有疑问', WIDTH / 2, 1580, {
    face: 'sans',
    size: 36,
    align: 'centre',
    colour: '#8a8f99',
  });
  return sheet;
}

const TALK = [
  ['我这边资金周转不开，这个月的能不能缓一缓？', false],
  ['您好，可以先还一部分，剩余部分我们给您申请延期。', true],
  ['好的，我先转过去。', false],
  ['收到后我这边给您登记，请保留好转账凭证。', true],
  ['麻烦您了，等工资发了马上还清。', false],
  ['好的，请按约定时间还款，以免影响征信。', true],
  ['那罚息能减免吗？', false],
  ['按协议履行的话可以申请减免。', true],
] as const;

/** A chat with a transfer in it. */
export function chatScreenshot(random: Random): Sheet {
  const sheet = createSheet(WIDTH, 1920, '#ededed');
  const { context } = sheet;
  statusBar(sheet, random, '#111');
  const other = drawPerson(random).name;
  sheet.write(
    `${other[0]}经理（还款专员）`,
    WIDTH / 2,
    160,
    { face: 'sans-bold', size: 42, align: 'centre' },
    'name',
  );
  sheet.write('‹', 48, 164, { face: 'sans', size: 64 });
  sheet.rule(0, 200, WIDTH, 200, 2, '#d8d8d8');
  const start = random.integer(0, 2);
  const amount = money(random.integer(500, 9000));
  let y = 300;
  sheet.write(`${random.integer(8, 21)}:${pad(random.integer(0, 59))}`, WIDTH / 2, y - 30, {
    face: 'sans',
    size: 28,
    align: 'centre',
    colour: '#9a9a9a',
  });
  const bubble = (text: string, theirs: boolean, transfer: boolean) => {
    const style: TextStyle = { face: 'sans', size: 40, colour: transfer ? '#fff' : '#161616' };
    const inner = transfer ? 520 : Math.min(640, sheet.measure(text, style));
    const height = transfer ? 210 : 60 + 58 * Math.max(1, Math.ceil(sheet.measure(text, style) / 640));
    const left = theirs ? 170 : WIDTH - 170 - inner - 64;
    context.fillStyle = transfer ? '#f39b3c' : theirs ? '#fff' : '#95ec69';
    context.beginPath();
    context.roundRect(left, y, inner + 64, height, 16);
    context.fill();
    context.fillStyle = theirs ? '#7d94b5' : '#c29a7b';
    context.beginPath();
    context.roundRect(theirs ? 40 : WIDTH - 140, y, 100, 100, 14);
    context.fill();
    if (transfer) {
      sheet.write(`¥${amount}`, left + 130, y + 78, { ...style, size: 46 }, 'amount');
      sheet.write('转账成功', left + 130, y + 128, { ...style, size: 28 });
      sheet.rule(left + 32, y + 152, left + inner + 32, y + 152, 2, '#f7bd7d');
      sheet.write('转账', left + 32, y + 192, { ...style, size: 26 });
    } else sheet.paragraph([text], left + 32, y + 66, left + 32 + 640, 58, style, 0);
    y += height + 46;
  };
  TALK.slice(start, start + 6).forEach(([text, theirs], i) => {
    bubble(text, theirs, false);
    if (i === 2) bubble('', false, true);
  });
  context.fillStyle = '#f7f7f7';
  context.fillRect(0, 1770, WIDTH, 150);
  context.fillStyle = '#fff';
  context.beginPath();
  context.roundRect(130, 1796, 700, 90, 12);
  context.fill();
  return sheet;
}
