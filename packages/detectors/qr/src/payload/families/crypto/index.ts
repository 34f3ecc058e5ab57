// bitcoin: BIP 21; ethereum: EIP-681; wc: WalletConnect (EIP-1328). Other chains copy BIP 21.

import type { Family, Reading } from '../../family.ts';
import { type Address, parameter } from '../../read/address.ts';
import { percentDecoded } from '../../read/percent.ts';
import { type Coin, type CoinAddress, isInvoice, isTether, readCoinAddress } from './address.ts';

const SCHEMES: ReadonlyMap<string, Coin> = new Map([
  ['bitcoin', 'bitcoin'],
  ['litecoin', 'litecoin'],
  ['dogecoin', 'dogecoin'],
  ['doge', 'dogecoin'],
  ['tron', 'tron'],
  ['ethereum', 'ethereum'],
  ['lightning', 'lightning'],
]);
/** An address cannot be longer, an EIP-681 path a little. */
const LONGEST = 128;
/** In running text: what begins and ends like an address and is then checked. */
const CANDIDATE =
  /(?<![0-9A-Za-z])(?:0x[0-9a-fA-F]{40}|T[1-9A-HJ-NP-Za-km-z]{33}|(?:bc|ltc)1[02-9ac-hj-np-z]{11,87}|[13LMD][1-9A-HJ-NP-Za-km-z]{25,34})(?![0-9A-Za-z])/g;
const MOST = 4;

export const crypto: Family = {
  name: 'crypto',
  read({ text, address }) {
    const coin = SCHEMES.get(address?.scheme ?? '');
    if (address && coin) return coin === 'ethereum' ? readEthereum(address) : readCoin(address, coin);
    if (address?.scheme === 'wc' && /^[0-9a-f-]{16,}@\d+$/i.test(beginning(address)))
      // The link holds a key, so that it is not told again.
      return { kind: 'crypto', details: { service: 'wallet-connect' }, hazard: 'wallet-connect' };
    if (text.length > LONGEST || isInvoice(text))
      return isInvoice(text) ? told({ coin: 'lightning', address: text, checksum: 'valid' }) : null;
    const bare = readCoinAddress(text);
    return bare && bare.checksum !== 'invalid' ? told(bare) : null;
  },
};

/** Addresses in running text whose checksum holds, at most 4. */
export function coinAddressesIn(text: string): CoinAddress[] {
  const found: CoinAddress[] = [];
  let looked = 0;
  for (const [candidate] of text.matchAll(CANDIDATE)) {
    if (found.length >= MOST || ++looked > 64) break;
    const address = readCoinAddress(candidate);
    if (address && address.checksum !== 'invalid') found.push(address);
  }
  return found;
}

/** What follows the scheme up to `?`, in the case in which it was written. */
const beginning = ({ href, scheme }: Address): string =>
  percentDecoded(
    /^[^?#]*/.exec(href.slice(scheme.length + 1).replace(/^\/\//, ''))![0].slice(0, 4096),
  ).replace(/\/$/, '');

function readCoin(link: Address, coin: Coin): Reading {
  const text = beginning(link);
  const invoice = coin === 'lightning' && isInvoice(text);
  const read = text.length > LONGEST ? null : readCoinAddress(text);
  // Old Litecoin addresses look like Bitcoin's.
  const sound =
    invoice || read?.coin === coin || (coin === 'litecoin' && text.startsWith('3') && read !== null);
  const token = parameter(link, 'token', 'contract', 'contractAddress');
  return told(
    { coin, address: text, checksum: sound ? 'valid' : 'invalid' },
    {
      amount: parameter(link, 'amount'),
      label: parameter(link, 'label'),
      message: parameter(link, 'message'),
      token: isTether(token) || /^usdt/i.test(token ?? '') ? 'USDT' : token,
    },
  );
}

/** EIP-681: `ethereum:[pay-]TARGET[@CHAIN][/FUNCTION][?…]`; of `transfer` the payee is a parameter. */
function readEthereum(link: Address): Reading {
  const match = /^(?:pay-)?(0x[0-9a-f]{40})(?:@(\d{1,10}))?(?:\/(\w{1,32}))?$/i.exec(beginning(link));
  if (!match)
    return told({ coin: 'ethereum', address: beginning(link).slice(0, LONGEST), checksum: 'invalid' });
  const [, target, chain, call] = match;
  const payee = call === 'transfer' ? parameter(link, 'address') : null;
  const address = payee ?? target!;
  return told(
    { coin: 'ethereum', address, checksum: ethereumState(address) },
    {
      chain,
      function: call,
      token: payee === null ? null : isTether(target!) ? 'USDT' : target,
      amount: parameter(link, payee === null ? 'value' : 'uint256'),
    },
  );
}

const ethereumState = (address: string): CoinAddress['checksum'] =>
  readCoinAddress(address)?.checksum ?? 'invalid';

const told = (
  { coin, address, checksum }: CoinAddress,
  details: Readonly<Record<string, string | null | undefined>> = {},
): Reading => ({
  kind: 'crypto',
  details: { coin, address, checksum, ...details },
  hazard: checksum === 'invalid' ? 'crypto-broken' : 'crypto-transfer',
});
