import { branchRandom, type Random } from '../random.ts';
import { detect } from './detect.ts';
import type { Organised } from './gangs.ts';
import { mix } from './hash.ts';
import { type Resident, residentOf } from './people.ts';
import { HONEST, OUTSIDER, type World } from './plan.ts';
import { agencyCase } from './sightings/agency.ts';
import { honestCase } from './sightings/honest.ts';
import { lawFirmCase, outsiderCase, ringCase } from './sightings/others.ts';
import type { Scene } from './sightings/types.ts';
import type { CaseTruth, WorldCase } from './types.ts';

/** Complaints that were entered twice. */
const TWICE = 0.004;
const TWICE_WITHIN = 200;
const DAY = 86_400_000;

export const caseName = (index: number): string => `c${String(index).padStart(8, '0')}`;

/** Case `index` of a world in the order of time, by itself: the same whichever others are asked for. */
export function caseAt(world: World, index: number): WorldCase {
  const random = branchRandom(world.keys.case, index);
  const { scene, who, source, lenderId } = tellCase(world, index);
  const openedAt = timeOf(world, index, random);
  return {
    caseId: caseName(index),
    // The finaliser maps no two numbers to one, so neither do the names: nothing of a name tells who is whose customer.
    customerId: `p${String(mix(world.keys.customer, who.index)).padStart(10, '0')}`,
    lenderId,
    openedAt,
    traces: detect(world, index, scene.sightings, openedAt, random),
    truth: {
      label: labelOf(source, world.organised),
      gang: source >= 0 && world.organised[source]!.role !== 'law-firm' ? world.organised[source]!.id : null,
      forger: scene.den,
      groups: [...scene.groups],
    },
  };
}

/** The case that case `index` is another entry of; itself but for a few. */
function originalOf(world: World, index: number): number {
  const random = branchRandom(world.keys.twice, index);
  return random.chance(TWICE) ? Math.max(0, index - random.integer(1, TWICE_WITHIN)) : index;
}

/** What is there in case `place`, before any detector. */
export function tellCase(
  world: World,
  place: number,
): { scene: Scene; who: Resident; source: number; lenderId: string } {
  const index = originalOf(world, place);
  const random = branchRandom(~world.keys.case, index);
  const source = world.source[index]!;
  const scene: Scene = {
    world,
    random,
    at: timeOf(world, index, random),
    sightings: [],
    groups: new Set(),
    papers: [],
    den: null,
    letter: null,
  };
  const lenderId = `lender-${String(world.ranks.lenders(random.next()) + 1).padStart(2, '0')}`;
  const who = residentOf(world, customerOf(world, index, random));
  if (source === HONEST) honestCase(scene, who);
  else if (source === OUTSIDER) outsiderCase(scene, who);
  else {
    const one = world.organised[source]!;
    if (one.role === 'agency') agencyCase(scene, one, who);
    else if (one.role === 'ring') ringCase(scene, one, who);
    else lawFirmCase(scene, one, who);
  }
  return { scene, who, source, lenderId };
}

function timeOf({ span, cases }: World, index: number, random: Random): number {
  const at = span.from + ((index + random.next()) / cases) * (span.to - span.from);
  return Math.min(span.to, Math.round(at));
}

function labelOf(source: number, organised: readonly Organised[]): CaseTruth['label'] {
  if (source === OUTSIDER) return 'outsider';
  const role = source === HONEST ? 'law-firm' : organised[source]!.role;
  return role === 'law-firm' ? 'honest' : role;
}

/** A customer's cases lie close in time: who complains next is near who complained last. */
function customerOf(world: World, index: number, random: Random): number {
  const source = world.source[index]!;
  if (source < 0) return honestNear(world, index, random);
  const one = world.organised[source]!;
  const people = one.role === 'agency' ? one.customers : one.role === 'ring' ? one.people : one.clients;
  const own = (of: { firstCustomer: number }, count: number, progress: number) =>
    of.firstCustomer + Math.min(count - 1, Math.max(0, Math.floor(progress * count + 1.2 * random.normal())));
  const progress = world.serial[index]! / one.cases;
  if (one.role === 'ring') return one.firstCustomer + random.integer(0, people - 1);
  if (one.role === 'agency') {
    // Some were another agency's customers, some have complained for themselves.
    if (random.chance(one.sharedCustomers)) {
      const other = world.organised[random.integer(0, world.organised.length - 1)]!;
      if (other.role === 'agency') return own(other, other.customers, random.next());
    }
    if (random.chance(0.02)) return honestNear(world, index, random);
  }
  return own(one, people, progress);
}

/** Deviation of the days after which honest customers come back. */
const RETURN = 30;

function honestNear({ cases, honestPeople, span }: World, index: number, random: Random): number {
  const spread = (RETURN * DAY) / (span.to - span.from);
  const at = index / cases + spread * random.normal();
  return Math.min(honestPeople - 1, Math.max(0, Math.floor(at * honestPeople + random.next())));
}
