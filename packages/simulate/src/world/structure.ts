import { createRandom, type Random, type Seed } from '../random.ts';
import type { Range } from './difficulty.ts';

/** How many of what there is in a world, and how large: drawn for each seed, so that no two worlds have one shape. */
export interface Structure {
  readonly lenders: number;
  /** Exponent of the lenders' sizes. */
  readonly lenderZipf: number;
  /** Agencies that each den supplies first; overlaps come on top. */
  readonly dens: readonly number[];
  readonly independentAgencies: number;
  /** A den begins within this first share of the span, and lasts at least the next. */
  readonly denLate: number;
  readonly denLeast: number;
  readonly rings: number;
  readonly lawFirms: number;
  /** Shares of all cases. */
  readonly agencyCases: number;
  readonly lawFirmCases: number;
  readonly outsiderCases: number;
  /** Exponent of the deviation of agencies' sizes: ln size is normal. */
  readonly agencySpread: number;
  /** Agencies that change to another den, and agencies that have two at a time. */
  readonly changing: number;
  readonly doubled: number;
  /** Honest complaints a customer. */
  readonly repeats: number;
  readonly families: number;
  readonly dormitories: number;
  readonly offices: number;
  /** Shares of honest customers who live in dormitories, who work in shared offices. */
  readonly dormitoryShare: number;
  readonly officeShare: number;
  readonly couriers: number;
  readonly switchboards: number;
  readonly issuers: number;
  readonly letters: number;
  /** Share of written honest complaints copied from a letter of the Internet. */
  readonly letterShare: number;
  readonly hotspots: number;
  readonly carrierAddresses: number;
  /** Codes that phish honest people: a few of them very many. */
  readonly popularCodes: number;
  /** Chat groups of debtors who help one another: honest, with one letter, and the share of customers who are in one. */
  readonly circles: number;
  readonly circleShare: number;
  readonly payees: number;
}

/** Of a range, small values as likely as large ones on a scale of ratios. */
const ratio = (random: Random, [low, high]: Range): number => low * (high / low) ** random.next();
const whole = (random: Random, low: number, high: number): number => Math.round(ratio(random, [low, high]));

/** So few cases have room for an organisation or two of each sort, or for none. */
const SMALL = 5_000;

function smallOrganisations(cases: number, random: Random): Partial<Structure> {
  const den = cases >= 200 && random.chance(0.5);
  return {
    dens: den ? [random.integer(2, cases >= 600 ? 5 : 3)] : [],
    independentAgencies: den ? random.integer(0, 1) : random.integer(1, 2),
    rings: random.integer(0, cases >= 300 ? 2 : 0),
    lawFirms: random.integer(0, 1),
    // Nobody alone has a den's forms where no den is.
    ...(den ? {} : { outsiderCases: 0 }),
  };
}

/** Counts of organisations grow with the root of the cases, counts of places with the cases. */
export function drawStructure(seed: Seed, cases: number): Structure {
  const random = createRandom(seed, 'world', 'structure');
  const root = Math.sqrt(cases / 20_000);
  const many = cases / 20_000;
  const count = (low: number, high: number, scale: number, least = 1) =>
    Math.max(least, whole(random, low * scale, high * scale));
  const small = cases < SMALL ? smallOrganisations(cases, random) : {};
  const dens = Array.from({ length: count(1, 2.4, Math.sqrt(root)) }, () => count(2, 6, Math.sqrt(root), 2));
  return {
    lenders: whole(random, 20, 70),
    lenderZipf: random.between(0.6, 1.2),
    dens,
    denLate: 0.35,
    denLeast: 0.5,
    independentAgencies: count(1, 6, root),
    rings: count(3, 12, root),
    lawFirms: count(2, 6, root),
    agencyCases: ratio(random, [0.04, 0.14]),
    lawFirmCases: random.between(0.01, 0.03),
    outsiderCases: ratio(random, [0.001, 0.006]),
    agencySpread: random.between(0.4, 1.1),
    changing: random.between(0, 0.25),
    doubled: random.between(0, 0.15),
    repeats: random.between(1.15, 1.7),
    families: random.between(0.15, 0.35),
    dormitories: count(2, 8, many),
    offices: count(2, 8, many),
    dormitoryShare: random.between(0.01, 0.05),
    officeShare: random.between(0.01, 0.04),
    couriers: count(10, 40, many),
    switchboards: count(5, 20, many),
    issuers: count(200, 1_200, root),
    letters: count(15, 60, Math.sqrt(root)),
    letterShare: random.between(0.06, 0.22),
    hotspots: count(20, 60, many),
    carrierAddresses: count(40, 200, many),
    popularCodes: count(40, 200, root),
    payees: count(100, 400, root),
    circles: count(2, 8, root),
    circleShare: random.between(0.003, 0.015),
    ...small,
  };
}
