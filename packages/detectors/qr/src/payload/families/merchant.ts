import type { Family } from '../family.ts';
import { type LinkRule, readByRules } from '../read/rules.ts';

/** Firms whose code takes several wallets; it opens their page, which asks the wallet for the amount. */
const FIRMS: readonly (readonly [at: string, service: string])[] = [
  ['qr.chinaums.com', 'chinaums'],
  ['qr.shouqianba.com', 'shouqianba'],
  ['syb.allinpay.com', 'allinpay'],
  ['order.duolabao.com', 'duolabao'],
  ['jhsqr.99bill.com', '99bill'],
  ['o2.qfpay.com', 'qfpay'],
  ['crs-app-web.vbill.cn', 'vbill'],
];
const RULES: readonly LinkRule[] = FIRMS.map(([at, service]) => ({
  at,
  kind: 'merchant-pay',
  service,
  hazard: 'pay-merchant',
}));

export const merchant: Family = { name: 'merchant', read: ({ address }) => readByRules(RULES, address) };
