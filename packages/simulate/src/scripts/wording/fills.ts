import type { Random } from '../../random.ts';
import { chineseDate, digits, drawDate, isoDate, money } from '../../vouchers/wording.ts';

/** Made-up lenders: none of these names is a lender's. */
const BANKS = ['云岭', '江陵', '青禾', '白石', '临江', '长汀', '海宁城商', '安澜', '望江', '柳川'];
const KINDS = [
  '银行',
  '银行',
  '消费金融',
  '小额贷款',
  '银行信用卡中心',
  '消费金融有限公司',
  '银行股份有限公司',
];

const amount = (random: Random): number => Math.round(random.between(30, 400) ** 2);

/** Fills that letters need beside those of papers. */
export const OWN_FILLS: Readonly<Record<string, (random: Random) => string>> = {
  lender: (random) => random.pick(BANKS) + random.pick(KINDS),
  debt: (random) => {
    const value = amount(random);
    return random.pick([
      `${value}元`,
      `${money(value)}元`,
      `${(value / 10_000).toFixed(1)}万元`,
      `人民币${value}元`,
      `${value}块`,
    ]);
  },
  monthly: (random) => `${random.integer(3, 30) * 100}元`,
  fee: (random) => `${random.integer(20, 990)}元`,
  rate: (random) => `${random.integer(18, 48)}%`,
  periods: (random) => String(random.pick([12, 24, 36, 48, 60])),
  months: (random) => String(random.integer(1, 11)),
  calls: (random) => String(random.integer(5, 90)),
  day: (random) => {
    const date = drawDate(random);
    return random.chance(0.6)
      ? chineseDate(date)
      : random.chance(0.5)
        ? isoDate(date)
        : chineseDate(date).slice(5);
  },
  month: (random) => `${random.integer(2023, 2026)}年${random.integer(1, 12)}月`,
  tail: (random) => digits(random, 4),
  clock: (random) => `${random.integer(8, 22)}点`,
};
