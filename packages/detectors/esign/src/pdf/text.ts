/** Longer texts are cut: they end up in messages. */
const MAX_BYTES = 1_024;

/**
 * A PDF text string (ISO 32000-2, 7.9.2.2) as text: UTF-16, UTF-8 or, near enough for names, Latin-1. Without control
 * characters, for it goes to terminals.
 */
export function textOf(bytes: Uint8Array): string {
  return decode(bytes.subarray(0, MAX_BYTES)).replace(/\p{Cc}/gu, '');
}

function decode(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const even = Buffer.from(buffer.subarray(2, buffer.length - (buffer.length % 2)));
    return even.swap16().toString('utf16le');
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return buffer.subarray(2).toString('utf16le');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return buffer.subarray(3).toString('utf8');
  return buffer.toString('latin1');
}

/** A PDF date (ISO 32000-2, 7.9.4) in ISO 8601, null where it is none. */
export function dateOf(bytes: Uint8Array): string | null {
  const match = /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?\s*(Z|[+-]\d\d'?(?:\d\d)?)?/.exec(
    textOf(bytes),
  );
  if (!match) return null;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', zone = 'Z'] = match;
  const offset = /^([+-])(\d\d)'?(\d\d)?/.exec(zone);
  const suffix = offset ? `${offset[1]}${offset[2]}:${offset[3] ?? '00'}` : 'Z';
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${suffix}`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
