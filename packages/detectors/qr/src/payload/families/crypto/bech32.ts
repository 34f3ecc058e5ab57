// Bech32 (BIP 173) and Bech32m (BIP 350): Pieter Wuille, Greg Maxwell. The checksum is a BCH code over 5-bit letters.
const LETTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATORS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const BECH32 = 1;
const BECH32M = 0x2bc830a3;

export interface Bech32 {
  readonly prefix: string;
  /** 5-bit values without the checksum. */
  readonly data: readonly number[];
  readonly variant: 'bech32' | 'bech32m';
}

/** Null where case is mixed, a letter unknown or the checksum wrong. `longest`: 90 but for Lightning invoices. */
export function readBech32(text: string, longest = 90): Bech32 | null {
  if (text.length < 8 || text.length > longest) return null;
  const lower = text.toLowerCase();
  if (lower !== text && text.toUpperCase() !== text) return null;
  const at = lower.lastIndexOf('1');
  if (at < 1 || at + 7 > lower.length) return null;
  const prefix = lower.slice(0, at);
  const codes = [...prefix].map((letter) => letter.charCodeAt(0));
  if (codes.some((code) => code < 33 || code > 126)) return null;
  const data = [...lower.slice(at + 1)].map((letter) => LETTERS.indexOf(letter));
  if (data.includes(-1)) return null;
  const sum = polymod([...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31), ...data]);
  if (sum !== BECH32 && sum !== BECH32M) return null;
  return { prefix, data: data.slice(0, -6), variant: sum === BECH32 ? 'bech32' : 'bech32m' };
}

function polymod(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (let bit = 0; bit < 5; bit++) if ((top >> bit) & 1) sum ^= GENERATORS[bit]!;
  }
  return sum >>> 0;
}

/** Whether a witness program is sound: version 0 by Bech32 with 20 or 32 bytes, later ones by Bech32m with 2 to 40. */
export function isWitness({ data, variant }: Bech32): boolean {
  const version = data[0];
  const bits = (data.length - 1) * 5;
  const length = Math.floor(bits / 8);
  const padding = bits % 8;
  if (version === undefined || version > 16 || length < 2 || length > 40 || padding > 4) return false;
  if ((data.at(-1)! & ((1 << padding) - 1)) !== 0) return false;
  return version === 0 ? variant === 'bech32' && (length === 20 || length === 32) : variant === 'bech32m';
}
