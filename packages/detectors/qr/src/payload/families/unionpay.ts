import type { Family } from '../family.ts';
import { type LinkRule, readByRules } from '../read/rules.ts';

const PAY = { kind: 'unionpay', hazard: 'pay-merchant' } as const;

/** QuickPass (云闪付) codes carry the institution that issued them and their own number in the path. */
const RULES: readonly LinkRule[] = [
  { at: 'qr.95516.com', path: /^\/\d{8}\//, service: 'pay', ...PAY },
  { at: 'qr.95516.com', path: /userAuth/, kind: 'unionpay', service: 'authorise' },
  { at: '*.95516.com', kind: 'unionpay', service: 'page' },
  { at: 'uppay:', service: 'pay', ...PAY },
  { at: 'upwallet:', kind: 'unionpay', service: 'app', hazard: 'app-link' },
];

export const unionpay: Family = {
  name: 'unionpay',
  read({ address }) {
    const institution = address?.host === 'qr.95516.com' ? /^\/(\d{8})\//.exec(address.path)?.[1] : null;
    return readByRules(RULES, address, { institution });
  },
};
