import type { TraceKind } from '@jianzhen/evidence';
import { branchRandom } from '../random.ts';
import { digits, drawPlace } from '../vouchers/wording.ts';
import { mix, wide } from './hash.ts';

const hex = (key: number, index: number): string => wide(key, index).toString(16).padStart(13, '0');
const decimal = (key: number, index: number, length: number): string =>
  String(wide(key, index) % 10 ** length).padStart(length, '0');

/**
 * Values of each kind as detectors and forms give them, by two numbers. Nobody's: mobile numbers with prefixes 100–129, cards and accounts
 * that begin with 99, addresses of networks that are not routed (RFC 1918, RFC 6598), domains of RFC 2606, made-up places.
 */
export const VALUES: Readonly<Record<TraceKind, (key: number, index: number) => string>> = {
  phone: (key, index) => `1${mix(key, index) % 3}${decimal(key, index, 9)}`,
  device: (key, index) => hex(key, index),
  bank_card: (key, index) => `99${decimal(key, index, 14)}`,
  account: (key, index) => `99${decimal(key, index, 15)}`,
  address: (key, index) => {
    const random = branchRandom(key, index);
    const { province, city, county, town, village } = drawPlace(random);
    return `${province}${city}${county}${town}${village}${random.integer(1, 999)}号${random.integer(1, 30)}栋${digits(random, 4)}室`;
  },
  email: (key, index) => `${hex(key, index).slice(0, 10)}@mail.example`,
  ip: (key, index) => {
    const bits = mix(key, index);
    return bits & 1
      ? `10.${(bits >>> 8) & 255}.${(bits >>> 16) & 255}.${bits >>> 24}`
      : `100.${64 + ((bits >>> 2) & 63)}.${(bits >>> 8) & 255}.${(bits >>> 16) & 255}`;
  },
  voiceprint: (key, index) => `voice-${hex(key, index)}`,
  seal: (key, index) => `seal-${hex(key, index)}`,
  seal_template: (key, index) => `drawing-${hex(key, index)}`,
  document_template: (key, index) => `form-${hex(key, index)}`,
  script: (key, index) => `script-${hex(key, index)}`,
  domain: (key, index) => `${hex(key, index).slice(0, 8)}.example`,
  qr_payload: (key, index) =>
    `https://${hex(key, index).slice(0, 8)}.example/${decimal(key ^ 0x51, index, 5)}`,
};
