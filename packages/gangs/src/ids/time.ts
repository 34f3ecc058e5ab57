const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d\d:?\d\d)?)?$/;

/** A time of ISO 8601 as milliseconds since 1970, UTC where it names no zone; NaN for nothing, null for anything else. */
export function parseTime(text: string): number | null {
  if (text === '') return Number.NaN;
  const parts = ISO.exec(text);
  if (!parts) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = parts;
  const ms = Math.floor(Number(`0.${fraction || 0}`) * 1000);
  const at = Date.UTC(+year!, +month! - 1, +day!, +hour, +minute, +second, ms);
  // 30 February and 25 o'clock would roll over silently.
  const told = new Date(at);
  if (
    told.getUTCDate() !== +day! ||
    told.getUTCMonth() !== +month! - 1 ||
    +hour > 24 ||
    +minute > 59 ||
    +second > 60
  )
    return null;
  if (zone === 'Z') return at;
  const offset = 60 * +zone.slice(1, 3) + +zone.slice(-2);
  return at - (zone[0] === '-' ? -1 : 1) * offset * 60_000;
}
