import type { Payload } from '../types.ts';
import { FAMILIES } from './families/index.ts';
import { type Reading, sourceOf } from './family.ts';
import { graver, type HazardCode, hazardOf } from './hazards.ts';
import { linksWithin } from './read/nested.ts';

/** Codes hold at most 7,089 characters (ISO/IEC 18004); what is longer did not come from one and is read so far. */
const LONGEST = 1 << 16;
/** What opens what is followed so far. */
const DEPTH = 6;
/** A value that is longer is cut: it is told to people. */
const TOLD = 500;
/** Kinds that say less than that of a link which opens another. */
const PLAIN: ReadonlySet<string> = new Set(['url', 'text', 'app-link', 'binary']);

/**
 * What a payload says, by the first family that knows it. `text`: in whatever character set it was written; `bytes`: as written,
 * where they are known. Never throws; time is linear in the text.
 */
export function understand(text: string, bytes?: Uint8Array): Payload {
  const { kind, details, links, hazard } = settled(read(text, bytes), 0);
  return {
    kind,
    details: told({ ...details, ...(text.length > LONGEST ? { cut: 'true' } : {}) }),
    links: linksWithin(links ?? []),
    hazard: hazard ? hazardOf(hazard) : null,
  };
}

/** A payload's own hazard or that of a link within, whichever is graver: what it does to whom follows it to the end. */
export function gravestHazard({ hazard, links }: Payload): Payload['hazard'] {
  return links
    .map((link) => settled(read(link), 0).hazard ?? null)
    .reduce((worst, code) => worseOf(worst, code), hazard);
}

const worseOf = (worst: Payload['hazard'], code: HazardCode | null): Payload['hazard'] => {
  const other = code && hazardOf(code);
  return other && other.probability > (worst?.probability ?? 0) ? other : worst;
};

function read(text: string, bytes?: Uint8Array): Reading {
  const source = sourceOf(text.slice(0, LONGEST), bytes);
  for (const family of FAMILIES) {
    const reading = family.read(source);
    if (reading) return reading;
  }
  return { kind: 'text' };
}

/** A reading with that of what it opens at once laid under it: whoever opens a link does what the link does. */
function settled(reading: Reading, depth: number): Reading {
  if (!reading.opens || depth >= DEPTH) return reading;
  const inner = settled(read(reading.opens), depth + 1);
  return {
    kind: PLAIN.has(inner.kind) ? reading.kind : inner.kind,
    details: { ...inner.details, ...present(reading.details ?? {}), ...kept(reading, inner) },
    links: reading.links ?? [],
    hazard: graver(reading.hazard ?? null, inner.hazard ?? null),
  };
}

/** Where the kind is what is opened, its service is, too. */
const kept = (reading: Reading, inner: Reading): NonNullable<Reading['details']> =>
  PLAIN.has(inner.kind) || inner.details?.service === undefined
    ? {}
    : { service: inner.details.service, openedBy: reading.details?.service };

const present = (details: NonNullable<Reading['details']>): Record<string, string> =>
  Object.fromEntries(Object.entries(details).filter((entry): entry is [string, string] => Boolean(entry[1])));

const told = (details: NonNullable<Reading['details']>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(present(details))
      .map(([name, value]): [string, string] => [name, shown(value)])
      .filter(([, value]) => value !== ''),
  );

/** Without control characters, halves of characters and marks that turn the direction of writing, and not longer than a person reads. */
function shown(value: string): string {
  const plain = value
    .slice(0, TOLD)
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\0-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ');
  return value.length > TOLD ? `${plain.trim()}…` : plain.trim();
}
