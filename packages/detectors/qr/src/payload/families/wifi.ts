// Notation of ZXing's wiki (Barcode Contents) and of the Wi-Fi Alliance (WPA3 Specification, section 7).
import type { Family } from '../family.ts';
import { type Fields, first, readFields } from '../read/fields.ts';

const PREFIX = /^WIFI:/i;

export interface WifiNetwork {
  readonly ssid: string;
  /** As written: WPA, WEP, SAE, WPA2-EAP …; `nopass` where none is needed. */
  readonly security: string;
  /** '' where none is needed. */
  readonly password: string;
  readonly hidden: boolean;
}

export const wifi: Family = {
  name: 'wifi',
  read({ text }) {
    const network = readWifi(text);
    if (!network) return null;
    const { ssid, security, hidden } = network;
    const open = security === 'nopass';
    // The password stays out of the details: they are kept and shown where the picture is not.
    return {
      kind: 'wifi',
      details: { ssid, security, hidden: hidden ? 'true' : null },
      hazard: open ? 'wifi-open' : 'wifi-join',
    };
  },
};

/** Null where the text is no such code or names no network. */
export function readWifi(text: string): WifiNetwork | null {
  if (!PREFIX.test(text)) return null;
  const fields = readFields(text.slice(5));
  const ssid = unquoted(fields, 'S');
  if (ssid === '') return null;
  const password = unquoted(fields, 'P');
  const told = first(fields, 'T')?.trim() ?? '';
  const security = told === '' || /^nopass$/i.test(told) ? (password === '' ? 'nopass' : 'WPA') : told;
  return { ssid, security, password, hidden: /^(?:true|1)$/i.test(first(fields, 'H') ?? '') };
}

/** Quotation marks around a value say that its letters are no hexadecimal digits. */
function unquoted(fields: Fields, name: string): string {
  const value = first(fields, name) ?? '';
  const quoted = value.length > 1 && value.startsWith('"') && value.endsWith('"');
  return quoted ? value.slice(1, -1) : value;
}
