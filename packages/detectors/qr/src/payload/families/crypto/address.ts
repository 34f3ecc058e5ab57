import { base58Check } from './base58.ts';
import { isWitness, readBech32 } from './bech32.ts';
import { ethereumChecksum } from './eip55.ts';

export type Coin = 'bitcoin' | 'litecoin' | 'dogecoin' | 'tron' | 'ethereum' | 'lightning';

export interface CoinAddress {
  readonly coin: Coin;
  readonly address: string;
  readonly checksum: 'valid' | 'none' | 'invalid';
}

/** Version bytes of Base58Check by chain (chainparams.cpp of each; TRON's documentation). 5 is Litecoin's old one, too. */
const VERSIONS: Readonly<Record<number, Coin>> = {
  0: 'bitcoin',
  5: 'bitcoin',
  22: 'dogecoin',
  30: 'dogecoin',
  48: 'litecoin',
  50: 'litecoin',
  65: 'tron',
};
const PREFIXES: ReadonlyMap<string, Coin> = new Map([
  ['bc', 'bitcoin'],
  ['ltc', 'litecoin'],
]);
/** Contracts of Tether's dollar, as Tether lists them. */
const TETHER = new Set(['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', '0xdac17f958d2ee523a2206206994597c13d831ec7']);
/** An invoice is a few hundred letters; longer ones are refused before anything is counted. */
const LONGEST_INVOICE = 4096;

/** An address whose checksum holds; Ethereum's also written in one case, or wrongly. Null for anything else. */
export function readCoinAddress(text: string): CoinAddress | null {
  const ethereum = ethereumChecksum(text);
  if (ethereum !== null) return { coin: 'ethereum', address: text, checksum: ethereum };
  const payload = base58Check(text);
  const coin = payload?.length === 21 ? VERSIONS[payload[0]!] : undefined;
  if (coin) return { coin, address: text, checksum: 'valid' };
  const segwit = readBech32(text);
  const chain = segwit && PREFIXES.get(segwit.prefix);
  if (chain && isWitness(segwit)) return { coin: chain, address: text.toLowerCase(), checksum: 'valid' };
  return null;
}

export const isInvoice = (text: string): boolean =>
  /^lnbc/i.test(text) && readBech32(text, LONGEST_INVOICE)?.variant === 'bech32';

export const isTether = (contract: string | null): boolean =>
  contract !== null && (TETHER.has(contract) || TETHER.has(contract.toLowerCase()));
