/** Chinese software writes local time where it writes no zone. */
const CHINA_OFFSET_MINUTES = 480;

const REST = '(?:[.,](\\d{1,9}))?\\s*(Z|[+-]\\d{2}:?\\d{2})?$';
/** Year, month, day, hour, minute, second, fraction, zone. Twelve digits are first taken for a year of two. */
const FORMS = [
  '^(\\d{4})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{2})',
  '^(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{2})',
  '^(\\d{4})(\\d{2})(\\d{2})(\\d{2})(\\d{2})()',
  '^(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{2})()',
  '^(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T\\s]*(\\d{1,2})[:时](\\d{1,2})(?:[:分](\\d{1,2})秒?)?)?',
].map((form) => new RegExp(form + REST, 'i'));

/**
 * A time as signers write it, as ISO 8601: `20200723130907.763Z`, `200723130907Z`, `2020-07-23 13:09:07`,
 * `20201010151120` … Without a zone it is China's. Null where it is none of these or no such moment exists.
 */
export function isoTime(text: string): string | null {
  for (const form of FORMS) {
    const match = form.exec(text.trim());
    const time = match && moment(match);
    if (time) return time.toISOString();
  }
  return null;
}

function moment(match: readonly (string | undefined)[]): Date | null {
  const [written, month, day, hour, minute, second] = Array.from({ length: 6 }, (_, i) =>
    Number(match[i + 1] ?? 0),
  ) as [number, number, number, number, number, number];
  // UTCTime as RFC 5280, 4.1.2.5.1, reads it.
  const year = match[1]!.length === 2 ? written + (written < 50 ? 2000 : 1900) : written;
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second, milliseconds(match[7])));
  const exists = local.getUTCMonth() === month - 1 && local.getUTCDate() === day;
  if (!exists || hour > 23 || minute > 59 || second > 59) return null;
  return new Date(local.getTime() - zoneMinutes(match[8]) * 60_000);
}

const milliseconds = (fraction: string | undefined) => Math.floor(Number(`0.${fraction ?? 0}`) * 1000);

function zoneMinutes(zone: string | undefined): number {
  if (zone === undefined) return CHINA_OFFSET_MINUTES;
  if (/^z$/i.test(zone)) return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  return (zone.startsWith('-') ? -1 : 1) * (60 * hours + minutes);
}
