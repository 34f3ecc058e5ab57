// EMV QR Code Specification for Payment Systems, Merchant-Presented Mode, version 1.1 (EMVCo, November 2020).
import type { Family } from '../../family.ts';
import { linksIn } from '../../read/links.ts';
import { crc16 } from './crc.ts';
import { accountsOf } from './networks.ts';
import { type DataObject, readTlv } from './tlv.ts';

/** ISO 4217 codes of the countries whose schemes are told by name; others are told as digits. */
const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ['036', 'AUD'],
  ['116', 'KHR'],
  ['156', 'CNY'],
  ['344', 'HKD'],
  ['356', 'INR'],
  ['360', 'IDR'],
  ['392', 'JPY'],
  ['410', 'KRW'],
  ['418', 'LAK'],
  ['446', 'MOP'],
  ['458', 'MYR'],
  ['608', 'PHP'],
  ['702', 'SGD'],
  ['704', 'VND'],
  ['764', 'THB'],
  ['826', 'GBP'],
  ['840', 'USD'],
  ['901', 'TWD'],
  ['978', 'EUR'],
  ['986', 'BRL'],
]);
/** A code of one level holds at most a hundred objects of a hundred characters. */
const LONGEST = 10_400;

export const emv: Family = {
  name: 'emv',
  read({ text }) {
    if (!text.startsWith('0002') || text.length > LONGEST) return null;
    const objects = readTlv(text);
    const accounts = objects ? accountsOf(objects) : [];
    if (!objects || accounts.length === 0) return null;
    const by = (id: string) => objects.find((object) => object.id === id)?.value;
    const local = languageOf(by('64'));
    const crc = crcState(text, objects);
    return {
      kind: 'emv-merchant',
      details: {
        merchant: by('59'),
        city: by('60'),
        country: by('58'),
        merchantLocal: local('01'),
        cityLocal: local('02'),
        networks: [...new Set(accounts.map(({ network }) => network))].join(', '),
        accounts: accounts
          .map(({ account }) => account)
          .filter(Boolean)
          .join(', '),
        amount: by('54'),
        currency: CURRENCIES.get(by('53') ?? '') ?? by('53'),
        category: by('52'),
        static: by('01') === '12' ? 'false' : by('01') === '11' ? 'true' : null,
        ...additional(by('62')),
        crc,
      },
      links: accounts.flatMap(({ account }) => linksIn(account)),
      hazard: crc === 'valid' ? 'pay-merchant' : 'pay-damaged',
    };
  },
};

/** The checksum is the last object and covers all before its own value, its id and length included (4.7.3). */
function crcState(text: string, objects: readonly DataObject[]): 'valid' | 'invalid' | 'missing' {
  const last = objects.at(-1);
  if (last?.id !== '63' || last.value.length !== 4) return 'missing';
  return crc16(text.slice(0, -4)) === last.value.toUpperCase() ? 'valid' : 'invalid';
}

const languageOf = (template: string | undefined) => {
  const parts = template === undefined ? null : readTlv(template);
  return (id: string) => parts?.find((part) => part.id === id)?.value;
};

/** Of the additional data (62): what tells the bill; `***` asks the payer and says nothing. */
function additional(template: string | undefined): Record<string, string | undefined> {
  const parts = template === undefined ? null : readTlv(template);
  const by = (id: string) => {
    const value = parts?.find((part) => part.id === id)?.value;
    return value === '***' ? undefined : value;
  };
  return { bill: by('01'), phone: by('02'), store: by('03'), reference: by('05'), purpose: by('08') };
}
