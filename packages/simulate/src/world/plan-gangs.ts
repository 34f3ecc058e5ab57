import { createRandom, type Random, type Seed } from '../random.ts';
import type { Habits, Range } from './difficulty.ts';
import type { Agency, Den, LawFirm, Pool, Ring, Supply } from './gangs.ts';
import type { Structure } from './structure.ts';

export interface Span {
  /** Milliseconds since 1970, UTC. */
  readonly from: number;
  readonly to: number;
}

/** What organisations are drawn from. */
export interface Ground {
  readonly seed: Seed;
  readonly cases: number;
  readonly span: Span;
  readonly habits: Habits;
  readonly structure: Structure;
}

const LEAST_AGENCY = 20;
const SORTS = [
  'phones',
  'devices',
  'callers',
  'scripts',
  'codes',
  'accounts',
  'networks',
  'mailboxes',
] as const;
type Sort = (typeof SORTS)[number];
const name = (sort: string, n: number) => `${sort}-${String(n + 1).padStart(3, '0')}`;
/** A part of a span: begins within its first `late`, lasts at least `least` of it. */
function partOf({ from, to }: Span, late: number, least: number, random: Random): Span {
  const start = random.between(0, late);
  const end = random.between(Math.min(1, start + least), 1);
  return { from: from + start * (to - from), to: from + end * (to - from) };
}

export function planDens({ seed, structure, habits, span }: Ground): Den[] {
  return structure.dens.map((_, n) => {
    const random = createRandom(seed, 'world', 'den', n);
    return {
      id: name('den', n),
      key: random.bits(),
      ...partOf(span, structure.denLate, structure.denLeast, random),
      forms: random.integer(4, 14),
      versionDays: random.between(...habits.formDays),
      seals: random.integer(20, 300),
      drawings: random.integer(2, 8),
      mimicked: random.between(...habits.mimicked),
      leaked: random.between(...habits.leaked),
      exclusive: random.between(0, 0.2),
    };
  });
}

/** Agencies of each den, then those without one. Customers are numbered on from `firstCustomer`. */
export function planAgencies(ground: Ground, dens: readonly Den[], firstCustomer: number): Agency[] {
  const { seed, structure, cases } = ground;
  const owners = [
    ...structure.dens.flatMap((count, den) => Array.from({ length: count }, () => den)),
    ...Array.from({ length: structure.independentAgencies }, () => null),
  ];
  const sizing = createRandom(seed, 'world', 'sizes');
  const weights = owners.map(() => Math.exp(structure.agencySpread * sizing.normal()));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let next = firstCustomer;
  return owners.map((den, n) => {
    const size = Math.max(LEAST_AGENCY, Math.round((structure.agencyCases * cases * weights[n]!) / all));
    const agency = planAgency(ground, dens, { n, den, size, firstCustomer: next });
    next += agency.customers;
    return agency;
  });
}

interface Founded {
  readonly n: number;
  readonly den: number | null;
  readonly size: number;
  readonly firstCustomer: number;
}

function planAgency(ground: Ground, dens: readonly Den[], founded: Founded): Agency {
  const { seed, span, habits, structure } = ground;
  const { n, den, size, firstCustomer } = founded;
  const random = createRandom(seed, 'world', 'agency', n);
  const active = partOf(den === null ? span : dens[den]!, 0.6, 0.25, random);
  const perCustomer = random.between(...habits.perCustomer);
  // A large agency has more of everything.
  const growth = Math.max(1, Math.sqrt(size / 300));
  const sorts = random.shuffle(SORTS).slice(0, random.integer(...habits.sorts));
  const pool = (sort: Sort, shown: Range, parallel: Range, days: Range): Pool => {
    const often = Math.min(0.98, random.between(...shown) * random.between(...habits.exposure));
    return {
      key: random.bits(),
      parallel: Math.max(1, Math.round(random.between(...parallel) * growth * habits.breadth)),
      days: random.between(...days),
      shown: sorts.includes(sort) ? often : 0,
    };
  };
  return {
    role: 'agency',
    id: name('agency', n),
    key: random.bits(),
    ...active,
    cases: size,
    supplies: suppliesOf(den, dens, active, structure, random),
    perCustomer,
    firstCustomer,
    customers: Math.ceil(size / perCustomer),
    sharedCustomers: random.between(...habits.sharedCustomers),
    papers: den === null ? random.between(0.1, 0.6) : random.between(0.3, 0.85),
    leakedFrom:
      den === null && dens.length > 0 && random.chance(habits.borrowedForms)
        ? random.integer(0, dens.length - 1)
        : null,
    letter: random.chance(habits.borrowedLetters) ? random.integer(0, structure.letters - 1) : null,
    carrierNetworks: random.between(...habits.carrierNetworks),
    phones: pool('phones', [0.5, 0.95], [2, 8], habits.phoneDays),
    devices: pool('devices', [0.25, 0.7], [1, 6], habits.deviceDays),
    callers: pool('callers', [0.4, 0.9], [2, 8], habits.callerDays),
    scripts: pool('scripts', [0.6, 0.95], [1, 4], habits.scriptDays),
    codes: pool('codes', [0.05, 0.35], [1, 2], habits.codeDays),
    domainDays: random.between(40, 400),
    accounts: pool('accounts', [0.1, 0.4], [1, 3], habits.accountDays),
    networks: pool('networks', [0.2, 0.7], [1, 3], habits.networkDays),
    mailboxes: pool('mailboxes', [0, 0.3], [3, 20], [10, 60]),
    office: random.chance(0.4) ? random.between(0.02, 0.25) : 0,
  };
}

/** One den all along; or two at a time; or one after the other. */
function suppliesOf(
  den: number | null,
  dens: readonly Den[],
  { from, to }: Span,
  { changing, doubled }: Structure,
  random: Random,
): Supply[] {
  if (den === null) return [];
  const others = dens.flatMap((_, other) => (other === den ? [] : [other]));
  const fate = random.next();
  if (others.length === 0 || fate > changing + doubled) return [{ den, from, to }];
  const other = random.pick(others);
  if (fate < doubled)
    return [
      { den, from, to },
      { den: other, from, to },
    ];
  const middle = random.between(from, to);
  return [
    { den, from, to: middle },
    { den: other, from: middle, to },
  ];
}

export function planRings({ seed, structure, span }: Ground, firstCustomer: number): Ring[] {
  let next = firstCustomer;
  return Array.from({ length: structure.rings }, (_, n) => {
    const random = createRandom(seed, 'world', 'ring', n);
    const people = random.integer(3, 12);
    const ring: Ring = {
      role: 'ring',
      id: name('ring', n),
      key: random.bits(),
      ...partOf(span, 0.85, 0.05, random),
      cases: people * random.integer(2, 5),
      people,
      firstCustomer: next,
      phones: random.integer(1, 4),
      devices: random.integer(1, 3),
      cards: random.integer(1, 4),
      forms: random.chance(0.4),
    };
    next += people;
    return ring;
  });
}

export function planLawFirms(ground: Ground, firstCustomer: number): LawFirm[] {
  const { seed, structure, span, cases } = ground;
  const sizing = createRandom(seed, 'world', 'law firms');
  const weights = Array.from({ length: structure.lawFirms }, () => Math.exp(0.8 * sizing.normal()));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let next = firstCustomer;
  return weights.map((weight, n) => {
    const random = createRandom(seed, 'world', 'law firm', n);
    const size = Math.max(5, Math.round((structure.lawFirmCases * cases * weight) / all));
    const clients = Math.ceil(size / random.between(1.05, 2));
    const firm: LawFirm = {
      role: 'law-firm',
      id: name('law-firm', n),
      key: random.bits(),
      ...partOf(span, 0.5, 0.3, random),
      cases: size,
      clients,
      firstCustomer: next,
      lines: random.integer(1, 3),
      lawyers: random.integer(1, 6),
      letters: {
        key: random.bits(),
        parallel: random.integer(1, 3),
        days: random.between(400, 2000),
        shown: random.between(0.6, 0.98),
      },
      ownDevice: random.between(0, 0.4),
    };
    next += clients;
    return firm;
  });
}
