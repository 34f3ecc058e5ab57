import { createRandom, type Random, type Seed } from '../random.ts';
import { type Detections, MEASURED, worsened } from './detection.ts';
import { type Difficulty, HABITS, type Habits } from './difficulty.ts';
import type { Agency, Den, LawFirm, Organised, Ring } from './gangs.ts';
import { type Ground, planAgencies, planDens, planLawFirms, planRings, type Span } from './plan-gangs.ts';
import { drawStructure, type Structure } from './structure.ts';
import { byWeight, type Ranks, zipf } from './zipf.ts';

export interface WorldOptions {
  readonly seed: Seed;
  /** 100 to 10^7. */
  readonly cases: number;
  readonly difficulty?: Difficulty;
  /** From July 2022 to June 2026 unless told; the last of these years in a plain world. */
  readonly span?: Span;
  /** In place of what the seed would draw. */
  readonly structure?: Partial<Structure>;
  readonly detections?: Detections;
}

/** Who a case is of where it is no organisation's. */
export const HONEST = -1;
/** Somebody alone who got hold of a den's old form. */
export const OUTSIDER = -2;

/** All that is kept of a world: 8 bytes a case, the rest is looked up by number when it is asked for. */
export interface World extends Ground {
  readonly difficulty: Difficulty;
  readonly detections: Detections;
  readonly dens: readonly Den[];
  readonly organised: readonly Organised[];
  /** Per case, in the order of time: index among `organised`, HONEST or OUTSIDER. */
  readonly source: Int32Array;
  /** Per case of an organisation: its number there. */
  readonly serial: Int32Array;
  /** People 0 … honestPeople − 1 complain for themselves; organisations' customers are numbered after them. */
  readonly honestPeople: number;
  readonly people: number;
  readonly keys: Keys;
  readonly ranks: Readonly<
    Record<'lenders' | 'issuers' | 'letters' | 'couriers' | 'switchboards' | 'codes' | 'payees', Ranks>
  >;
  readonly dormitories: Ranks;
  readonly offices: Ranks;
}

const KEYS = [
  'case',
  'customer',
  'family',
  'unlinked',
  'place',
  'network',
  'letter',
  'code',
  'payee',
  'issuer',
  'drawing',
  'phone',
  'device',
  'voice',
  'card',
  'mail',
  'twice',
] as const;
export type Keys = Readonly<Record<(typeof KEYS)[number], number>>;

export const DEFAULT_SPAN: Span = { from: Date.UTC(2022, 6, 1), to: Date.UTC(2026, 6, 1) };
const LAST_YEAR: Span = { from: Date.UTC(2025, 6, 1), to: DEFAULT_SPAN.to };
/** Detectors' errors against those measured. */
const ERRORS: Readonly<Record<Difficulty, number>> = { plain: 1, easy: 0.6, standard: 1, hard: 1.4 };

/** Everything of a world but its cases; the same for the same options. */
export function planWorld(options: WorldOptions): World {
  const { seed, cases, difficulty = 'standard' } = options;
  const span = options.span ?? (difficulty === 'plain' ? LAST_YEAR : DEFAULT_SPAN);
  const habits: Habits = HABITS[difficulty];
  const structure = { ...drawStructure(seed, cases), ...options.structure };
  const ground: Ground = { seed, cases, span, habits, structure };
  const organisedCases = structure.agencyCases + structure.lawFirmCases + structure.outsiderCases;
  const honestPeople = Math.max(10, Math.round((cases * (1 - organisedCases)) / structure.repeats));
  const dens = planDens(ground);
  const agencies: Agency[] = planAgencies(ground, dens, honestPeople);
  const afterAgencies = endOf(agencies, honestPeople, ({ customers }) => customers);
  const rings: Ring[] = planRings(ground, afterAgencies);
  const afterRings = endOf(rings, afterAgencies, ({ people }) => people);
  const firms: LawFirm[] = planLawFirms(ground, afterRings);
  const organised = [...agencies, ...rings, ...firms];
  const random = createRandom(seed, 'world', 'order');
  const keying = createRandom(seed, 'world', 'keys');
  return {
    ...ground,
    difficulty,
    detections: options.detections ?? worsened(MEASURED, ERRORS[difficulty]),
    dens,
    organised,
    ...orderCases(ground, organised, random),
    honestPeople,
    people: endOf(firms, afterRings, ({ clients }) => clients),
    keys: Object.fromEntries(KEYS.map((key) => [key, keying.bits()])) as unknown as Keys,
    ranks: {
      lenders: zipf(structure.lenders, structure.lenderZipf),
      issuers: zipf(structure.issuers, 0.9),
      letters: zipf(structure.letters, 1),
      couriers: zipf(structure.couriers, 0.7),
      switchboards: zipf(structure.switchboards, 0.8),
      codes: zipf(structure.popularCodes, 1.1),
      payees: zipf(structure.payees, 1),
    },
    dormitories: sizes(structure.dormitories, random),
    offices: sizes(structure.offices, random),
  };
}

const endOf = <T extends { firstCustomer: number }>(
  all: readonly T[],
  before: number,
  count: (one: T) => number,
): number => {
  const last = all.at(-1);
  return last ? last.firstCustomer + count(last) : before;
};

const sizes = (count: number, random: Random): Ranks =>
  byWeight(Array.from({ length: count }, () => Math.exp(0.8 * random.normal())));

/** Gives every case of an organisation a free place in the order of time; the places that are left are honest people's. */
function orderCases(
  { cases, span, structure }: Ground,
  organised: readonly Organised[],
  random: Random,
): Pick<World, 'source' | 'serial'> {
  const source = new Int32Array(cases).fill(HONEST);
  const serial = new Int32Array(cases);
  let free = cases;
  const put = (wanted: number, who: number, number: number) => {
    if (free === 0) return;
    let at = Math.min(cases - 1, Math.max(0, Math.floor(wanted * cases)));
    while (source[at] !== HONEST) at = (at + 1) % cases;
    source[at] = who;
    serial[at] = number;
    free--;
  };
  organised.forEach((one, who) => {
    for (let n = 0; n < one.cases; n++) {
      const time = one.from + ((n + random.next()) / one.cases) * (one.to - one.from);
      put((time - span.from) / (span.to - span.from), who, n);
    }
  });
  for (let n = Math.round(structure.outsiderCases * cases); n > 0; n--) put(random.next(), OUTSIDER, n);
  return { source, serial };
}
