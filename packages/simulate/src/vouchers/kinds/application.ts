import type { Random } from '../../random.ts';
import { drawBankCard } from '../numbers.ts';
import type { CreateSheet, Sheet, TextStyle } from '../sheet.ts';
import { sign } from '../signature.ts';
import {
  chineseDate,
  digits,
  drawDate,
  drawPerson,
  drawPlace,
  isoDate,
  money,
  type Person,
} from '../wording.ts';

const REASONS = ['收入减少', '暂时失业', '家人患病', '经营亏损'] as const;
const RELATIONS = ['配偶', '父母', '兄弟姐妹', '生意伙伴'] as const;

/** Of a block that stays free of subscribers, so that nobody's number is drawn. */
const drawMobile = (random: Random): string => `1950000${digits(random, 4)}`;

/** An application to pay later: the customer's own particulars, and below them those of somebody who can be reached instead. */
export function deferralApplication(random: Random, holder: Person, create: CreateSheet): Sheet {
  const sheet = create(1240, 1500, '#fefefe');
  const place = drawPlace(random);
  const date = drawDate(random);
  const contact = drawPerson(random);
  const mobile = drawMobile(random);
  const card = drawBankCard(random);
  const label: TextStyle = { face: 'sans', size: 28, colour: '#333' };
  const value: TextStyle = { face: random.pick(['serif', 'kai', 'sans'] as const), size: 30 };
  sheet.write('延期还款申请表', 620, 170, { face: 'serif-bold', size: 54, align: 'centre', spacing: 12 });
  const put = (words: string, x: number, y: number, text: string, name?: string) =>
    sheet.write(text, sheet.write(words, x, y, label) + 8, y, value, name);
  put('申请人姓名：', 140, 290, holder.name, 'name');
  put('性别：', 700, 290, holder.sex, 'sex');
  put('身份证号：', 140, 370, holder.identity, 'identity');
  put('申请人手机：', 140, 450, mobile, 'phone');
  put('还款银行卡号：', 140, 530, card, 'bank-card');
  put('申请原因：', 140, 610, random.pick(REASONS));
  put('每月可还金额：', 700, 610, `${money(random.integer(3, 40) * 100)}元`);
  put('住址：', 140, 690, `${place.city}${place.county}${place.town}${place.village}`);
  put('紧急联系人：', 140, 770, contact.name);
  put('与申请人关系：', 700, 770, random.pick(RELATIONS));
  put('紧急联系人电话：', 140, 850, drawMobile(random));
  for (let y = 315; y < 880; y += 80) sheet.rule(130, y, 1110, y, 1.5, '#bbb');
  sheet.paragraph(
    ['本人承诺以上内容真实，申请将上述账户的还款日期延后，并按约定金额按期偿还。'],
    140,
    960,
    1100,
    56,
    value,
  );
  sheet.write('申请人（签字）：', 620, 1180, label);
  sign(sheet, holder.name, 850, 1180, random, 54);
  sheet.write(chineseDate(date), 1060, 1290, { ...value, align: 'right' }, 'date');
  Object.assign(sheet.keys, {
    name: holder.name,
    sex: holder.sex === '男' ? 'male' : 'female',
    'identity-number': holder.identity,
    phone: mobile,
    'bank-card': card.replaceAll(' ', ''),
    issued: isoDate(date),
  });
  return sheet;
}
