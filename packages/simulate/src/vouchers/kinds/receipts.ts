import type { Random } from '../../random.ts';
import { drawCreditCode, drawInvoiceNumber } from '../numbers.ts';
import { stamp } from '../seal.ts';
import type { CreateSheet, Sheet, TextStyle } from '../sheet.ts';
import {
  capitalMoney,
  digits,
  drawCompany,
  drawDate,
  drawPerson,
  drawPlace,
  isoDate,
  money,
  type Person,
  weekday,
} from '../wording.ts';
import { table } from './table.ts';

const GOODS = [
  '纯牛奶250ml',
  '东北大米5kg',
  '鸡蛋30枚',
  '抽纸6包装',
  '洗衣液2kg',
  '食用油5L',
  '方便面5连包',
  '苹果',
  '五花肉',
  '酱油500ml',
  '保温杯',
  '充电线',
];

interface Item {
  readonly name: string;
  readonly count: number;
  readonly price: number;
}

const drawItems = (random: Random): Item[] =>
  random
    .shuffle(GOODS)
    .slice(0, random.integer(4, 9))
    .map((name) => ({
      name,
      count: random.integer(1, 3),
      price: random.integer(3, 90) + random.pick([0, 0.5, 0.8, 0.9]),
    }));

const total = (items: readonly Item[]) => items.reduce((sum, item) => sum + item.count * item.price, 0);

/** A supermarket's thermal receipt. */
export function supermarketReceipt(random: Random, _: Person, create: CreateSheet): Sheet {
  const items = drawItems(random);
  const width = 600;
  const sheet = create(width, 700 + items.length * 70, '#f7f7f5');
  const date = drawDate(random);
  const ink: TextStyle = { face: 'mono', size: 25, colour: random.pick(['#2b2b30', '#3a3a44', '#222']) };
  const centre = { ...ink, align: 'centre' as const };
  sheet.write(
    `${random.pick(['惠民', '佳客来', '万家福', '好又多多'])}超市（${drawPlace(random).county.slice(0, 2)}店）`,
    width / 2,
    90,
    { ...centre, size: 34 },
    'shop',
  );
  sheet.write('购物小票', width / 2, 132, centre);
  sheet.write(`收银:${digits(random, 4)}  机号:${digits(random, 2)}  单号:${digits(random, 6)}`, 40, 190, {
    ...ink,
    size: 23,
  });
  const dated = sheet.write(isoDate(date), 40, 226, ink, 'date');
  const day = sheet.write(weekday(date), dated + 15, 226, ink, 'weekday');
  sheet.write(date.toISOString().slice(11, 19), day + 15, 226, ink);
  const dashes = '-'.repeat(34);
  sheet.write(dashes, 40, 258, ink);
  sheet.write('品名      数量    单价    金额', 40, 292, ink);
  sheet.write(dashes, 40, 322, ink);
  let y = 360;
  items.forEach((item, i) => {
    sheet.write(`${i + 1} ${item.name}`, 40, y, ink);
    sheet.write(`x${item.count}`, 230, y + 33, ink);
    sheet.write(item.price.toFixed(2), 405, y + 33, { ...ink, align: 'right' });
    sheet.write(
      (item.count * item.price).toFixed(2),
      560,
      y + 33,
      { ...ink, align: 'right' },
      `amount-${i + 1}`,
    );
    y += 70;
  });
  const sum = total(items);
  sheet.write(dashes, 40, y, ink);
  sheet.write('合计金额', 40, y + 44, { ...ink, size: 30 });
  sheet.write(sum.toFixed(2), 560, y + 44, { ...ink, size: 32, align: 'right' }, 'total');
  sheet.write(
    `件数:${items.reduce((count, item) => count + item.count, 0)}   支付方式:${random.pick(['微讯支付', '支付包', '现金'])}`,
    40,
    y + 86,
    ink,
  );
  sheet.write(`实收:${sum.toFixed(2)}   找零:0.00`, 40, y + 122, ink);
  sheet.write('谢谢惠顾  欢迎再次光临', width / 2, y + 190, centre);
  sheet.write('请保留小票作为退换货凭证', width / 2, y + 226, { ...centre, size: 22 });
  Object.assign(sheet.keys, { issued: isoDate(date), amount: sum.toFixed(2) });
  return sheet;
}

/** A shop's printed receipt with a table and its seal. */
export function shopReceipt(random: Random, holder: Person, create: CreateSheet): Sheet {
  const sheet = create(1240, 860, '#fdfcf6');
  const company = drawCompany(random);
  const date = isoDate(drawDate(random));
  const items = drawItems(random).slice(0, 5);
  const red = '#a3262d';
  const text: TextStyle = { face: 'serif', size: 28 };
  sheet.write('收 款 收 据', 620, 110, { face: 'serif-bold', size: 50, align: 'centre', colour: red });
  sheet.rule(450, 128, 790, 128, 2, red);
  sheet.rule(450, 136, 790, 136, 2, red);
  sheet.write(
    `No ${digits(random, 7)}`,
    1130,
    110,
    { face: 'arial', size: 32, align: 'right', colour: red },
    'number',
  );
  sheet.write(`日期：`, 110, 190, text);
  sheet.write(date, 190, 190, { ...text, face: 'kai' }, 'date');
  sheet.write('交款单位（人）：', 620, 190, text);
  sheet.write(holder.name, 850, 190, { ...text, face: 'kai' }, 'name');
  const bottom = table(
    sheet,
    110,
    220,
    [
      { title: '品名及规格', width: 400, align: 'left' },
      { title: '单位', width: 110, align: 'centre' },
      { title: '数量', width: 120, align: 'centre' },
      { title: '单价', width: 180, align: 'right', field: 'price' },
      { title: '金额', width: 210, align: 'right', field: 'amount' },
    ],
    [
      ...items.map((item) => [
        item.name,
        random.pick(['件', '箱', '个']),
        String(item.count),
        item.price.toFixed(2),
        money(item.count * item.price),
      ]),
      ...Array.from({ length: 5 - items.length }, () => ['', '', '', '', '']),
    ],
    { head: { ...text, colour: red }, body: { ...text, face: 'kai' }, rowHeight: 66, grid: 'all', rule: red },
  );
  sheet.write('合计人民币（大写）：', 110, bottom + 58, { ...text, colour: red });
  sheet.write(capitalMoney(total(items)), 400, bottom + 58, { ...text, face: 'kai', size: 30 }, 'capital');
  sheet.write('¥', 890, bottom + 58, text);
  sheet.write(money(total(items)), 925, bottom + 58, { ...text, face: 'kai', size: 30 }, 'total');
  sheet.write(company, sheet.write('收款单位：', 110, bottom + 140, text), bottom + 140, text, 'issuer');
  sheet.write('收款人：', 760, bottom + 140, text);
  sheet.write(
    drawPerson(random).name,
    880,
    bottom + 140,
    { face: 'hand', size: 44, colour: '#1d2a55' },
    'signature',
  );
  stamp(
    sheet,
    { ring: company, foot: '财务专用章', diameter: 200 },
    520 + random.integer(-70, 70),
    bottom + 90,
    random,
  );
  Object.assign(sheet.keys, {
    issued: date,
    payer: holder.name,
    payee: company,
    amount: total(items).toFixed(2),
    'amount-capitals': total(items).toFixed(2),
  });
  return sheet;
}

/** A VAT invoice's look. */
export function invoice(random: Random, holder: Person, create: CreateSheet): Sheet {
  const sheet = create(1360, 900, '#fffefb');
  const brown = '#8a4b2a';
  const label: TextStyle = { face: 'serif', size: 24, colour: brown };
  const value: TextStyle = { face: 'serif', size: 25, colour: '#20242f' };
  const seller = drawCompany(random);
  const items = drawItems(random).slice(0, 4);
  const net = total(items);
  const taxOf = (item: Item) => Math.round(item.count * item.price * 13) / 100;
  const tax = items.reduce((sum, item) => sum + taxOf(item), 0);
  const date = drawDate(random);
  const number = drawInvoiceNumber(date.getUTCFullYear(), random);
  const company = drawCompany(random);
  const buyer = random.chance(0.5) && company !== seller ? company : holder.name;
  const codes = [drawCreditCode(random), drawCreditCode(random)] as const;
  sheet.write('电子发票（普通发票）', 680, 96, {
    face: 'serif-bold',
    size: 46,
    align: 'centre',
    colour: brown,
  });
  sheet.rule(440, 112, 920, 112, 2, brown);
  sheet.write('发票号码：', 960, 92, label);
  sheet.write(number, 1080, 92, { ...value, face: 'arial', size: 20 }, 'number');
  sheet.write('开票日期：', 960, 130, label);
  sheet.write(isoDate(date), 1080, 130, value, 'date');
  sheet.context.strokeStyle = brown;
  sheet.context.lineWidth = 2;
  sheet.context.strokeRect(70, 160, 1220, 660);
  for (const y of [270, 650, 712]) sheet.rule(70, y, 1290, y, 2, brown);
  sheet.rule(680, 160, 680, 270, 2, brown);
  sheet.write('购买方名称：', 90, 206, label);
  sheet.write(buyer, 236, 206, value, 'name');
  sheet.write('统一社会信用代码：', 90, 250, label);
  sheet.write(codes[0], 312, 250, { ...value, face: 'arial', size: 23 }, 'buyer-code');
  sheet.write('销售方名称：', 700, 206, label);
  sheet.write(seller, 846, 206, value, 'seller');
  sheet.write('统一社会信用代码：', 700, 250, label);
  sheet.write(codes[1], 922, 250, { ...value, face: 'arial', size: 23 }, 'credit-code');
  table(
    sheet,
    70,
    280,
    [
      { title: '项目名称', width: 360, align: 'left' },
      { title: '单位', width: 90, align: 'centre' },
      { title: '数量', width: 120, align: 'right' },
      { title: '单价', width: 190, align: 'right', field: 'price' },
      { title: '金额', width: 200, align: 'right', field: 'amount' },
      { title: '税率', width: 90, align: 'centre' },
      { title: '税额', width: 170, align: 'right' },
    ],
    items.map((item) => [
      `*商品*${item.name}`,
      '件',
      String(item.count),
      item.price.toFixed(2),
      (item.count * item.price).toFixed(2),
      '13%',
      taxOf(item).toFixed(2),
    ]),
    { head: label, body: value, rowHeight: 58, grid: 'none' },
  );
  sheet.write('合计', 160, 632, label);
  sheet.write(`¥${net.toFixed(2)}`, 1020, 632, { ...value, align: 'right' }, 'net');
  sheet.write(`¥${tax.toFixed(2)}`, 1280, 632, { ...value, align: 'right' }, 'tax');
  sheet.write('价税合计（大写）', 90, 692, label);
  sheet.write(capitalMoney(net + tax), 340, 692, value, 'capital');
  sheet.write('（小写）', 900, 692, label);
  sheet.write(`¥${money(net + tax)}`, 1010, 692, value, 'total');
  sheet.write('备注：', 90, 760, label);
  sheet.write(`开票人：${drawPerson(random).name}`, 90, 862, label);
  stamp(
    sheet,
    { ring: seller, foot: '发票专用章', diameter: 190 },
    1130 + random.integer(-40, 20),
    770,
    random,
  );
  Object.assign(sheet.keys, {
    'invoice-number': number,
    issued: isoDate(date),
    buyer,
    seller,
    'credit-code': codes[0],
    net: net.toFixed(2),
    tax: tax.toFixed(2),
    amount: (net + tax).toFixed(2),
    'amount-capitals': (net + tax).toFixed(2),
  });
  return sheet;
}
