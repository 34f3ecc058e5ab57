/** Chinese software writes local time where it writes no zone. */
const CHINA_OFFSET_MINUTES = 480;

const COMPACT =
  /^(\d{4}|\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?(?:[.,](\d{1,9}))?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const SPACED =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})秒?)?(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * A time as signers write it, as ISO 8601: `20200723130907.763Z`, `200723130907Z`, `2020-07-23 13:09:07`,
 * `20201010151120` … Without a zone it is China's. Null where it is none of these or no such day exists.
 */
export function isoTime(text: string): string | null {
  const trimmed = text.trim();
  const match = COMPACT.exec(trimmed) ?? SPACED.exec(trimmed);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  // X.680, UTCTime as RFC 5280 reads it.
  const full = match[1]!.length === 2 ? year + (year < 50 ? 2000 : 1900) : year;
  const milliseconds = Math.floor(Number(`0.${match[7] ?? 0}`) * 1000);
  const local = new Date(Date.UTC(full, month - 1, day, hour, minute, second, milliseconds));
  const exists = local.getUTCMonth() === month - 1 && local.getUTCDate() === day && hour < 24 && minute < 60;
  if (!exists || second > 60) return null;
  return new Date(local.getTime() - zoneMinutes(match[8]) * 60_000).toISOString();
}

function zoneMinutes(zone: string | undefined): number {
  if (zone === undefined) return CHINA_OFFSET_MINUTES;
  if (/^z$/i.test(zone)) return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  return (zone.startsWith('-') ? -1 : 1) * (60 * hours + minutes);
}
