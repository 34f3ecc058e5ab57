import type { DataObject } from './tlv.ts';
import { readTlv } from './tlv.ts';

export interface Account {
  /** As its network is called; its identifier where the network is not known. */
  readonly network: string;
  /** What the network knows the payee by; '' where the template holds none. */
  readonly account: string;
}

/** Ids 02 to 17 that belong to one network each (EMV QRCPS 1.1, table 4.3). */
const PRIMITIVE: readonly (readonly [first: number, last: number, network: string])[] = [
  [2, 3, 'Visa'],
  [4, 5, 'Mastercard'],
  [9, 10, 'Discover'],
  [11, 12, 'American Express'],
  [13, 14, 'JCB'],
  [15, 16, 'UnionPay'],
];
/** Identifiers at the head of templates 26 to 51, in upper case: schemes' own specifications. An AID counts by its beginning. */
const IDENTIFIERS: readonly (readonly [beginning: string, network: string])[] = [
  ['BR.GOV.BCB.PIX', 'Pix'],
  ['SG.PAYNOW', 'PayNow'],
  ['SG.SGQR', 'SGQR'],
  ['SG.COM.NETS', 'NETS'],
  ['A000000677010', 'PromptPay'],
  ['HK.COM.HKICL', 'FPS'],
  ['ID.CO.QRIS', 'QRIS'],
  ['A000000615', 'DuitNow'],
  ['A000000727', 'VietQR'],
  ['A000000333', 'UnionPay'],
  ['D156', 'UnionPay'],
  ['COM.ALIPAY', 'Alipay'],
  ['COM.P2PQRPAY', 'QR Ph'],
  ['A000000524', 'Bharat QR'],
];

/** Accounts of a code in their order, one for each id 02 to 51. */
export function accountsOf(objects: readonly DataObject[]): Account[] {
  return objects.flatMap(({ id, value }) => {
    const number = Number(id);
    if (number < 2 || number > 51) return [];
    const owner = PRIMITIVE.find(([first, last]) => number >= first && number <= last);
    if (owner) return [{ network: owner[2], account: value }];
    return number < 26 ? [{ network: `id ${id}`, account: value }] : template(id, value);
  });
}

function template(id: string, value: string): Account[] {
  const parts = readTlv(value);
  if (!parts) return [];
  const identifier = parts.find((part) => part.id === '00')?.value ?? '';
  const upper = identifier.toUpperCase();
  const network = IDENTIFIERS.find(([beginning]) => upper.startsWith(beginning))?.[1];
  return [{ network: network ?? (identifier || `id ${id}`), account: accountIn(parts, network) }];
}

/** Of PayNow the proxy's value stands second, its type first; elsewhere the first value after the identifier names the payee. */
function accountIn(parts: readonly DataObject[], network: string | undefined): string {
  const by = (id: string) => parts.find((part) => part.id === id)?.value ?? '';
  if (network === 'PayNow') return by('02');
  return parts.find((part) => part.id !== '00')?.value ?? '';
}
