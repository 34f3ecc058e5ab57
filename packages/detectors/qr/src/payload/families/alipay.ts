import type { Family, Reading } from '../family.ts';
import { type Address, isUnder, parameter, readAddress } from '../read/address.ts';
import { linkOf } from '../read/nested.ts';
import { isWeb, type LinkRule, ruleOf } from '../read/rules.ts';

const APP = /^alipay(?:s|qr|m|hk|hks)?$/;
const PERSON = { kind: 'alipay-pay', hazard: 'pay-person' } as const;
const DEBIT = { kind: 'alipay-pay', service: 'debit-agreement', hazard: 'debit-agreement' } as const;

/** Codes at qr.alipay.com by the first three letters of their path, as merchants' guides and payees' pages show them. */
const CODES: readonly LinkRule[] = [
  { at: 'qr.alipay.com', path: /^\/(?:fkx|tsx|a6x|apx)/i, service: 'collect', ...PERSON },
  { at: 'qr.alipay.com', path: /^\/bax/i, kind: 'alipay-pay', service: 'order', hazard: 'pay-merchant' },
  { at: 'qr.alipay.com', path: /^\/stx/i, kind: 'alipay-pay', service: 'store', hazard: 'pay-merchant' },
  { at: 'qr.alipay.com', path: /^\/c1x/i, kind: 'alipay', service: 'red-packet', hazard: 'red-packet' },
  {
    at: 'qr.alipay.com',
    path: /^\/s[67]x/i,
    kind: 'alipay',
    service: 'mini-program',
    hazard: 'mini-program',
  },
  { at: '*.alipay.com', kind: 'alipay', service: 'page' },
  { at: '*.alipayhk.com', kind: 'alipay', service: 'page' },
];

/** What an app within Alipay is, by its number in `appId` or `saId`. */
const APPS: ReadonlyMap<string, Omit<LinkRule, 'at'>> = new Map<string, Omit<LinkRule, 'at'>>([
  ['09999988', { kind: 'alipay-pay', service: 'transfer', hazard: 'pay-person' }],
  ['20000116', { kind: 'alipay-pay', service: 'transfer', hazard: 'pay-person' }],
  ['20000123', { kind: 'alipay-pay', service: 'collect', hazard: 'pay-person' }],
  ['60000157', DEBIT],
  ['10000007', { kind: 'alipay', service: 'scan' }],
  ['20000067', { kind: 'alipay', service: 'web-page' }],
  ['20000032', { kind: 'alipay', service: 'yuebao' }],
  ['20000056', { kind: 'alipay', service: 'payment-code' }],
  ['88886666', { kind: 'alipay', service: 'red-packet', hazard: 'red-packet' }],
  ['20000199', { kind: 'alipay', service: 'huabei' }],
  ['20000180', { kind: 'alipay', service: 'jiebei' }],
  ['20000118', { kind: 'alipay', service: 'zhima' }],
  ['09999999', { kind: 'alipay', service: 'credit-card-repayment' }],
]);
/** Numbers of mini programs: the year they came in, 16 digits. */
const MINI = /^20\d{14}$/;
/** Alipay's own sites, which are no stranger's page within it. */
const OWN = ['alipay.com', 'alipayobjects.com', 'alipay-eco.com', 'alipay.hk', 'alipayhk.com', 'mybank.cn'];

export const alipay: Family = {
  name: 'alipay',
  read({ address }) {
    if (!address) return null;
    if (APP.test(address.scheme)) return readApp(address);
    const rule = ruleOf(CODES, address);
    if (!rule) return null;
    if (parameter(address, '_b') === 'peerpay' || /peerpay/i.test(address.path))
      return told(address, { kind: 'alipay-pay', service: 'pay-for-another', hazard: 'pay-for-another' });
    if (parameter(address, 'method') === 'alipay.user.agreement.page.sign') return told(address, DEBIT);
    // Pages of Alipay's that do nothing but open what they are given.
    const opens = linkOf(parameter(address, 'scheme', 'iframeSrc'), true);
    if (opens !== null) return told(address, rule, {}, opens);
    const asApp = parameter(address, 'appId');
    return asApp !== null && APPS.has(asApp) ? readApp(address) : told(address, rule);
  },
};

/** `alipays://platformapi/startapp?appId=…`, and the same written as an address of the web. */
function readApp(address: Address): Reading {
  const id = parameter(address, 'appId', 'saId') ?? '';
  const app = APPS.get(id);
  const opens = linkOf(parameter(address, 'qrcode', 'url', 'page'), true);
  const details: NonNullable<Reading['details']> = { appId: id, ...payment(address) };
  if (app?.kind === 'alipay-pay') {
    const preset = app.service !== 'debit-agreement' && Boolean(details.payee);
    return told(address, preset ? { ...app, hazard: 'transfer-preset' } : app, details, opens);
  }
  if (MINI.test(id))
    return told(address, { kind: 'alipay', service: 'mini-program', hazard: 'mini-program' }, details);
  const shown = opens === null ? null : readAddress(opens);
  const foreign = shown !== null && isWeb(shown) && !OWN.some((domain) => isUnder(shown.host, domain));
  const rule = app ?? { kind: 'alipay' as const, service: 'app' };
  return told(address, foreign ? { ...rule, hazard: 'page-in-app' } : rule, details, opens);
}

/** Payee, amount and note, from the parameters or from the JSON of `biz_data`. */
function payment(address: Address): Record<string, string | null | undefined> {
  const data = jsonOf(parameter(address, 'biz_data'));
  const of = (key: string): string | null => {
    const value = data?.[key];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  };
  const card = parameter(address, 'cardNo');
  return {
    payee: parameter(address, 'userId') ?? of('u') ?? card,
    payeeName: parameter(address, 'bankAccount'),
    bank: card === null ? null : parameter(address, 'bankMark'),
    amount: parameter(address, 'amount', 'money') ?? of('a'),
    note: parameter(address, 'memo') ?? of('m'),
  };
}

function jsonOf(text: string | null): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return typeof value === 'object' ? (value as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}

const told = (
  { href }: Address,
  { kind, service, hazard }: Omit<LinkRule, 'at'>,
  details: Reading['details'] = {},
  opens: string | null = null,
): Reading => ({ kind, details: { service, ...details }, links: [href], hazard: hazard ?? null, opens });
