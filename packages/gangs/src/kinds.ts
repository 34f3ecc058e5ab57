import type { TraceKind } from '@jianzhen/evidence';

/** Kinds of one family are seen together of themselves (an address and its network), so they do not bear each other out. */
export const families = ['contact', 'device', 'money', 'place', 'voice', 'text', 'link', 'paper'] as const;
export type Family = (typeof families)[number];
export const familyNumber = (family: Family): number => families.indexOf(family);

export interface KindTraits {
  readonly family: Family;
  /** `actor`: what the people who act leave themselves. `supply`: what the one who makes their papers leaves. */
  readonly side: 'actor' | 'supply';
  /** How much one shared value of this kind says that the same people act, in (0, 1]. */
  readonly prior: number;
  /** A value that nobody used for so many days has changed hands; Infinity where it does not. */
  readonly horizonDays: number;
  /** From so many customers on, a value must be borne out by others to tie its cases: a telephone of a dozen may be a switchboard, no device is. */
  readonly crowd: number;
  /** How many people with nothing else in common, besides those seen, may be expected to have a value: its household, its neighbours. */
  readonly strangers: number;
}

const actor = (
  family: Family,
  prior: number,
  horizonDays: number,
  crowd: number,
  strangers = 1,
): KindTraits => ({
  family,
  side: 'actor',
  prior,
  horizonDays,
  crowd,
  strangers,
});
const supply = (prior: number): KindTraits => ({
  family: 'paper',
  side: 'supply',
  prior,
  horizonDays: Number.POSITIVE_INFINITY,
  crowd: 6,
  strangers: 1,
});
const FOREVER = Number.POSITIVE_INFINITY;

export const kindTraits: Readonly<Record<TraceKind, KindTraits>> = {
  phone: actor('contact', 1, 180, 12),
  email: actor('contact', 1, FOREVER, 15),
  account: actor('contact', 1, FOREVER, 6),
  device: actor('device', 1, FOREVER, 40),
  bank_card: actor('money', 1, FOREVER, 20),
  qr_payload: actor('link', 0.8, FOREVER, 6),
  voiceprint: actor('voice', 0.8, FOREVER, 15),
  script: actor('text', 0.5, FOREVER, 6),
  domain: actor('link', 0.6, FOREVER, 6),
  // Home networks change addresses within days.
  ip: actor('place', 0.4, 14, 6, 3),
  address: actor('place', 0.4, FOREVER, 6, 3),
  seal: supply(1),
  seal_template: supply(0.8),
  document_template: supply(0.6),
};

/** Kinds by number, in the order of the table above; columns hold the numbers. */
export const kindNames = Object.keys(kindTraits) as readonly TraceKind[];
export const kindNumber: ReadonlyMap<string, number> = new Map(kindNames.map((kind, i) => [kind, i]));
const traits = kindNames.map((kind) => kindTraits[kind]);
export const traitsOf = (kind: number): KindTraits => traits[kind]!;
