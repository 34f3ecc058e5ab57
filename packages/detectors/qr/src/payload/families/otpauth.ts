// Key URI Format of Google Authenticator; otpauth-migration is its export of many keys.
import type { Family } from '../family.ts';
import { parameter } from '../read/address.ts';
import { percentDecoded } from '../read/percent.ts';

/** The key itself is never told, and the link that holds it is not listed among the links. */
export const otpauth: Family = {
  name: 'otpauth',
  read({ address }) {
    if (address?.scheme === 'otpauth-migration')
      return { kind: 'otpauth', details: { type: 'migration' }, hazard: 'one-time-key' };
    if (address?.scheme !== 'otpauth' || !/^[th]otp$/.test(address.host)) return null;
    const label = percentDecoded(address.path.slice(1));
    const colon = label.indexOf(':');
    return {
      kind: 'otpauth',
      details: {
        type: address.host,
        issuer: parameter(address, 'issuer') ?? label.slice(0, Math.max(0, colon)),
        account: label.slice(colon + 1).trim(),
      },
      hazard: 'one-time-key',
    };
  },
};
