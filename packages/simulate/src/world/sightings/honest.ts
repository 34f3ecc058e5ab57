import { mix } from '../hash.ts';
import type { Resident } from '../people.ts';
import { VALUES } from '../values.ts';
import { genuinePapers } from './papers.ts';
import { type Scene, see } from './types.ts';

/** What of their own people leave in a case, and how often. Assumed. */
export interface Own {
  readonly phone: number;
  readonly device: number;
  readonly address: number;
  readonly network: number;
  readonly card: number;
  readonly mail: number;
  readonly voice: number;
}

const HONEST: Own = {
  phone: 0.97,
  device: 0.45,
  address: 0.55,
  network: 0.45,
  card: 0.35,
  mail: 0.15,
  voice: 0.35,
};
const COURIER = 0.06;
const SWITCHBOARD = 0.025;
const HOTSPOT = 0.05;
/** Share of connections through addresses that a carrier gives to thousands (RFC 6598). */
const CARRIER = 0.55;
const POPULAR_CODE = 0.015;
const PAYEE = 0.06;
const WRITTEN = 0.6;
const PAPERS = 0.3;

/** An honest complaint. */
export function honestCase(scene: Scene, who: Resident): void {
  const { random, world } = scene;
  const { keys, structure, ranks } = world;
  if (random.chance(SWITCHBOARD)) {
    const number = ranks.switchboards(random.next());
    see(scene, 'phone', VALUES.phone(mix(keys.place, 1), number));
    scene.groups.add(`switchboard-${number}`);
    ownTraces(scene, who, { ...HONEST, phone: 0.3 });
  } else ownTraces(scene, who, HONEST);
  if (who.circle !== null) circleTraces(scene, who.circle);
  else if (random.chance(WRITTEN) && random.chance(structure.letterShare)) {
    const number = ranks.letters(random.next());
    copiedLetter(scene, number);
    scene.groups.add(`letter-${number}`);
  }
  if (random.chance(PAPERS)) genuinePapers(scene, random.integer(1, 2), who);
  popularThings(scene);
}

/** Debtors who help one another: one letter, the group's own code, now and then the telephone of who knows how. */
function circleTraces(scene: Scene, number: number): void {
  const { random, world, groups } = scene;
  const { keys } = world;
  groups.add(`circle-${number}`);
  if (random.chance(0.8)) {
    scene.letter = VALUES.script(mix(keys.letter, 1), number);
    see(scene, 'script', scene.letter);
  }
  if (random.chance(0.15)) see(scene, 'qr_payload', VALUES.qr_payload(mix(keys.code, 1), number));
  if (random.chance(0.05)) see(scene, 'phone', VALUES.phone(mix(keys.phone, 1), number));
}

/** A letter that circulates on the Internet. */
export function copiedLetter(scene: Scene, number: number): void {
  scene.letter = VALUES.script(scene.world.keys.letter, number);
  see(scene, 'script', scene.letter);
}

/** What honest people and agencies' customers meet alike: codes that phish many, accounts that many pay to. */
export function popularThings(scene: Scene): void {
  const { random, world } = scene;
  if (random.chance(POPULAR_CODE)) {
    const number = world.ranks.codes(random.next());
    see(scene, 'qr_payload', VALUES.qr_payload(world.keys.code, number));
    see(scene, 'domain', VALUES.domain(world.keys.code, number));
    scene.groups.add(`phishing-${number}`);
  }
  if (random.chance(PAYEE)) {
    const number = world.ranks.payees(random.next());
    see(scene, 'account', VALUES.account(world.keys.payee, number));
    scene.groups.add(`payee-${number}`);
  }
}

/** The customer's own things, as often as told. */
export function ownTraces(scene: Scene, who: Resident, own: Own): void {
  const { random, world, groups } = scene;
  const { keys } = world;
  if (who.family !== null) groups.add(`family-${who.family}`);
  if (random.chance(own.phone)) see(scene, 'phone', VALUES.phone(keys.phone, who.phone));
  if (random.chance(own.device)) see(scene, 'device', VALUES.device(keys.device, who.device));
  if (random.chance(own.card)) see(scene, 'bank_card', VALUES.bank_card(keys.card, who.card));
  if (random.chance(own.mail)) see(scene, 'email', VALUES.email(keys.mail, who.index));
  if (random.chance(own.voice)) see(scene, 'voiceprint', VALUES.voiceprint(keys.voice, who.index));
  if (random.chance(own.address)) see(scene, 'address', address(scene, who));
  if (random.chance(own.network)) see(scene, 'ip', network(scene, who));
}

function address({ random, world, groups }: Scene, { home, shared }: Resident): string {
  const { keys, ranks } = world;
  if (random.chance(COURIER)) {
    const number = ranks.couriers(random.next());
    groups.add(`courier-${number}`);
    return VALUES.address(mix(keys.place, 2), number);
  }
  if (!shared) return VALUES.address(keys.place, home);
  groups.add(`${shared.sort}-${shared.number}`);
  return VALUES.address(mix(keys.place, shared.sort === 'office' ? 4 : 3), shared.number);
}

function network(scene: Scene, who: Resident): string {
  const { random, world, groups } = scene;
  const key = world.keys.network;
  if (random.chance(HOTSPOT)) {
    const number = random.integer(0, world.structure.hotspots - 1);
    groups.add(`hotspot-${number}`);
    return VALUES.ip(mix(key, 1), number);
  }
  if (random.chance(CARRIER)) return carrierNetwork(scene);
  const { shared } = who;
  if (!shared) return VALUES.ip(key, who.network);
  groups.add(`${shared.sort}-${shared.number}`);
  return VALUES.ip(mix(key, shared.sort === 'office' ? 4 : 3), shared.number);
}

export const carrierNetwork = ({ random, world }: Scene): string =>
  VALUES.ip(mix(world.keys.network, 2), random.integer(0, world.structure.carrierAddresses - 1));
