import type { Family, Reading } from '../family.ts';
import { type Address, parameter } from '../read/address.ts';
import { isWeb, type LinkRule, readByRules } from '../read/rules.ts';

const ADD = { kind: 'qq-add', service: 'contact', hazard: 'add-contact' } as const;
const GROUP = { kind: 'qq-group', service: 'group', hazard: 'join-group' } as const;

const RULES: readonly LinkRule[] = [
  { at: 'jq.qq.com', ...GROUP },
  { at: 'qun.qq.com', ...GROUP },
  { at: 'pd.qq.com', ...GROUP },
  { at: 'qm.qq.com', path: /^\/cgi-bin\/qm\/qr/, ...GROUP },
  // A short address of either: nothing in it says which.
  { at: 'qm.qq.com', kind: 'qq', service: 'contact-or-group', hazard: 'join-group' },
  { at: 'wpa.qq.com', ...ADD },
  {
    at: 'i.qianbao.qq.com',
    path: /^\/wallet\/sqrcode/,
    kind: 'qq-pay',
    service: 'collect',
    hazard: 'pay-person',
  },
  { at: 'mqqapi:card', ...ADD },
  { at: 'mqqwpa:', ...ADD },
  { at: 'tencent:message', ...ADD },
  { at: 'mqqapi:', kind: 'qq', service: 'app', hazard: 'app-link' },
  { at: 'mqqopensdkapi:', kind: 'qq', service: 'app', hazard: 'app-link' },
];

export const qq: Family = {
  name: 'qq',
  read({ address }) {
    const reading = address && readByRules(RULES, address);
    if (!reading) return null;
    const better = corrected(address);
    return { ...reading, ...better, details: { ...reading.details, ...named(address), ...better.details } };
  },
};

/** Cards say in a parameter whose they are; personal ones at qm.qq.com by where they come from. */
function corrected(address: Address): Partial<Reading> {
  const card = parameter(address, 'card_type');
  if (address.scheme === 'mqqapi' && card === 'group')
    return { kind: 'qq-group', hazard: 'join-group', details: { service: 'group' } };
  if (address.host === 'qm.qq.com' && parameter(address, 'personal_qrcode_source') !== null)
    return { kind: 'qq-add', hazard: 'add-contact', details: { service: 'contact' } };
  if (address.scheme === 'mqqopensdkapi') return { opens: parameter(address, 'url') };
  return {};
}

function named(address: Address): Record<string, string | null> {
  return {
    account: parameter(address, 'uin', 'u', 'group_code'),
    payee: isWeb(address) && address.host === 'i.qianbao.qq.com' ? parameter(address, 'n') : null,
  };
}
