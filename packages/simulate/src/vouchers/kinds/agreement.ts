import type { Random } from '../../random.ts';
import { stamp } from '../seal.ts';
import type { CreateSheet, Sheet, TextStyle } from '../sheet.ts';
import { sign } from '../signature.ts';
import { capitalMoney, chineseDate, digits, drawDate, isoDate, money, type Person } from '../wording.ts';

const LENDERS = ['云岭消费金融有限公司', '临江小额贷款有限公司', '安澜普惠金融有限公司'] as const;

export function repaymentAgreement(random: Random, holder: Person, create: CreateSheet): Sheet {
  const sheet = create(1240, 1754, '#fefefe');
  const lender = random.pick(LENDERS);
  const owed = random.integer(60, 900) * 100;
  const terms = random.pick([6, 12, 18, 24, 36]);
  const date = drawDate(random);
  const text: TextStyle = { face: 'serif', size: 29 };
  const bold: TextStyle = { ...text, face: 'serif-bold' };
  sheet.write('分期还款协议书', 620, 190, { face: 'serif-bold', size: 52, align: 'centre', spacing: 8 });
  sheet.write(
    `协议编号：HK${digits(random, 12)}`,
    1100,
    256,
    { ...text, size: 24, align: 'right' },
    'number',
  );
  sheet.write(`甲方（出借人）：${lender}`, 140, 330, text, 'lender');
  const end = sheet.write('乙方（借款人）：', 140, 386, text);
  sheet.write(holder.name, end, 386, text, 'name');
  sheet.write(holder.identity, sheet.write('身份证号：', 140, 442, text), 442, text, 'identity');
  let y = 520;
  const clause = (title: string, pieces: Parameters<Sheet['paragraph']>[0]) => {
    sheet.write(title, 140, y, bold);
    y = sheet.paragraph(pieces, 140, y + 54, 1100, 54, text) + 76;
  };
  clause('第一条  欠款确认', [
    '截至',
    { name: 'as-of', text: chineseDate(date) },
    '，乙方尚欠甲方借款本金及利息合计人民币',
    { name: 'amount', text: `${money(owed)}元` },
    '（大写：',
    { name: 'capital', text: capitalMoney(owed) },
    '）。',
  ]);
  clause('第二条  还款方式', [
    '双方同意乙方将上述款项分',
    { name: 'terms', text: String(terms) },
    '期偿还，每期还款人民币',
    { name: 'instalment', text: `${money(Math.round((owed / terms) * 100) / 100)}元` },
    `，还款日为每月${random.integer(5, 25)}日，乙方应于还款日17时前将款项存入约定账户。`,
  ]);
  clause('第三条  息费减免', [
    '乙方按期足额履行本协议的，甲方同意免除协议期内罚息及违约金；乙方任意一期逾期超过',
    { name: 'grace', text: String(random.pick([3, 5, 7])) },
    '日的，本协议自动终止，甲方有权要求乙方一次性清偿全部剩余欠款。',
  ]);
  clause('第四条  其他', ['本协议一式两份，双方各执一份，自双方签字盖章之日起生效，具有同等法律效力。']);
  const foot = Math.max(y + 60, 1440);
  sheet.write('甲方（盖章）：', 140, foot, text);
  sheet.write('乙方（签字）：', 700, foot, text);
  sign(sheet, holder.name, 900, foot, random, 58);
  sheet.write(chineseDate(date), 140, foot + 110, text, 'date');
  sheet.write(chineseDate(date), 700, foot + 110, text);
  stamp(sheet, { ring: lender, diameter: 220 }, 330 + random.integer(-50, 70), foot + 45, random);
  Object.assign(sheet.keys, {
    'party-a': lender,
    name: holder.name,
    'identity-number': holder.identity,
    amount: owed.toFixed(2),
    'amount-capitals': owed.toFixed(2),
    signed: isoDate(date),
  });
  return sheet;
}
