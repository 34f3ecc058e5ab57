// geo: RFC 5870, with Android's `q`.
import type { Family } from '../family.ts';
import { parameter } from '../read/address.ts';

const GEO = /^geo:(-?\d{1,3}(?:\.\d{1,15})?),(-?\d{1,3}(?:\.\d{1,15})?)(?=[,;?]|$)/i;

export const geo: Family = {
  name: 'geo',
  read({ text, address }) {
    const [, latitude, longitude] = GEO.exec(text) ?? [];
    if (latitude === undefined || Math.abs(Number(latitude)) > 90 || Math.abs(Number(longitude)) > 180)
      return null;
    return { kind: 'geo', details: { latitude, longitude, name: address && parameter(address, 'q') } };
  },
};
