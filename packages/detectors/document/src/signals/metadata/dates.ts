import type { FileFacts, ImageFacts } from '@jianzhen/evidence';
import type { Candidate } from '../../signal.ts';
import { candidate } from './candidate.ts';

const HOUR = 3_600_000;
/** Zones reach from −12 to +14 h, and most EXIF dates name none. */
const ZONES = 26 * HOUR;
/** Digital cameras are not older; EXIF's first version is of 1995. */
const EARLIEST = Date.UTC(1990, 0, 1);

/** Times that cannot all be true: modified before taken, taken after it was received, or at no possible time. */
export function dateContradictions(image: ImageFacts, facts: FileFacts): Candidate[] {
  const taken = read(image, ['DateTimeOriginal', 'CreateDate', 'xmp:DateTimeOriginal']);
  const modified = read(image, ['ModifyDate', 'xmp:ModifyDate']);
  const gps = gpsDate(image);
  const received = facts.receivedAt ? Date.parse(facts.receivedAt) : Number.POSITIVE_INFINITY;
  const out: Candidate[] = [];
  for (const date of [taken, modified]) {
    if (date && (date.time < EARLIEST || date.time > received + ZONES)) {
      out.push(candidate('document.date-implausible', 'low', null, { date: date.text, field: date.field }));
    }
  }
  if (taken && modified && modified.time < taken.time - ZONES) out.push(contradiction(modified, taken));
  if (taken && gps && Math.abs(gps.time - taken.time) > ZONES + 24 * HOUR) {
    out.push(gps.time < taken.time ? contradiction(gps, taken) : contradiction(taken, gps));
  }
  return out;
}

interface FieldDate {
  readonly field: string;
  readonly text: string;
  readonly time: number;
}

/** Clocks are set wrong and reset; so a contradiction is a reason to look, no proof. */
function contradiction(first: FieldDate, second: FieldDate): Candidate {
  return candidate('document.dates-contradict', 'low', null, {
    first: first.text,
    firstField: first.field,
    second: second.text,
    secondField: second.field,
  });
}

function read({ metadata }: ImageFacts, fields: readonly string[]): FieldDate | null {
  for (const field of fields) {
    const text = String(metadata[field] ?? '');
    const time = parseDate(text);
    if (time !== null) return { field, text, time };
  }
  return null;
}

/** GPS time is UTC and comes from the satellites, not from the clock that a person sets. */
function gpsDate({ metadata }: ImageFacts): FieldDate | null {
  const text = String(metadata['gps:GPSDateStamp'] ?? '');
  const time = parseDate(`${text} 12:00:00`);
  return time === null ? null : { field: 'GPSDateStamp', text, time };
}

/** `2024:01:31 12:00:00` (EXIF) or ISO 8601 as milliseconds; EXIF's zeros and blanks for "unknown" are null. */
export function parseDate(text: string): number | null {
  const match = /^(\d{4})[:-](\d\d)[:-](\d\d)[T ](\d\d):(\d\d)(?::(\d\d))?/.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (year === 0 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
