import type { Agency, Pool } from '../gangs.ts';
import { mix, share } from '../hash.ts';
import type { Resident } from '../people.ts';
import { VALUES } from '../values.ts';
import { carrierNetwork, copiedLetter, ownTraces, popularThings } from './honest.ts';
import { denPapers, genuinePapers, homeMade, leakedPapers } from './papers.ts';
import { type Scene, see } from './types.ts';

const DAY = 86_400_000;
/** A customer's cases mostly go through the same hands. */
const STEADY = 0.7;
/** Cases with a recorded call, with a written text. */
const CALLED = 0.55;
const WRITTEN = 0.9;
/** More things at a time than any pool has. */
const PARALLEL = 1024;

/** Which thing of a pool a customer's case shows: each place in it changes on its own days. */
export function inUse(pool: Pool, scene: Scene, customer: number): number {
  const { random, at } = scene;
  const steady = random.chance(STEADY);
  return thingAt(pool, steady ? mix(pool.key, customer) : random.bits(), at);
}

/** Index of the thing in one place of a pool at a time. */
export function thingAt({ key, parallel, days }: Pool, place: number, at: number): number {
  const here = place % parallel;
  return epoch(key, here, days, at) * PARALLEL + here;
}

const epoch = (key: number, place: number, days: number, at: number): number =>
  Math.floor(at / (days * DAY) + share(key, place));

/** A case that an agency makes in a customer's name. */
export function agencyCase(scene: Scene, agency: Agency, who: Resident): void {
  const { random } = scene;
  const pooled = (pool: Pool): number | null =>
    random.chance(pool.shown) ? inUse(pool, scene, who.index) : null;
  const phone = pooled(agency.phones);
  const device = pooled(agency.devices);
  const caller = random.chance(CALLED) ? pooled(agency.callers) : null;
  const network = pooled(agency.networks);
  if (phone !== null) see(scene, 'phone', VALUES.phone(agency.phones.key, phone));
  if (device !== null) see(scene, 'device', VALUES.device(agency.devices.key, device));
  if (caller !== null) see(scene, 'voiceprint', VALUES.voiceprint(agency.callers.key, caller));
  if (network !== null)
    see(
      scene,
      'ip',
      random.chance(agency.carrierNetworks) ? carrierNetwork(scene) : VALUES.ip(agency.networks.key, network),
    );
  const office = random.chance(agency.office);
  if (office) see(scene, 'address', VALUES.address(agency.key, 0));
  ownTraces(scene, who, {
    phone: phone === null ? 0.97 : 0.4,
    device: device === null ? 0.3 : 0.05,
    address: office ? 0.1 : 0.4,
    network: network === null ? 0.25 : 0.05,
    card: 0.3,
    mail: 0.05,
    voice: caller === null ? 0.2 : 0.05,
  });
  words(scene, agency, pooled);
  papers(scene, agency, who);
  popularThings(scene);
}

/** Text, mailbox, fee and code. */
function words(scene: Scene, agency: Agency, pooled: (pool: Pool) => number | null): void {
  const { random, at } = scene;
  const script = random.chance(WRITTEN) ? pooled(agency.scripts) : null;
  if (script !== null && agency.letter !== null && script % PARALLEL === 0)
    copiedLetter(scene, agency.letter);
  else if (script !== null) {
    scene.letter = VALUES.script(agency.scripts.key, script);
    see(scene, 'script', scene.letter);
  }
  const mailbox = pooled(agency.mailboxes);
  if (mailbox !== null) see(scene, 'email', VALUES.email(agency.mailboxes.key, mailbox));
  const account = pooled(agency.accounts);
  if (account !== null) see(scene, 'account', VALUES.account(agency.accounts.key, account));
  const code = pooled(agency.codes);
  if (code === null) return;
  see(scene, 'qr_payload', VALUES.qr_payload(agency.codes.key, code));
  const domain = thingAt({ ...agency.codes, days: agency.domainDays }, code % PARALLEL, at);
  see(scene, 'domain', VALUES.domain(agency.codes.key, domain));
}

function papers(scene: Scene, agency: Agency, who: Resident): void {
  const { random, world, at } = scene;
  if (!random.chance(agency.papers)) {
    // The customer's own, genuine.
    if (random.chance(0.1)) genuinePapers(scene, 1, who);
    return;
  }
  const count = random.integer(1, 3);
  const supplies = agency.supplies.filter(({ from, to }) => at >= from && at <= to);
  if (supplies.length > 0) denPapers(scene, world.dens[random.pick(supplies).den]!, agency, count);
  else if (agency.leakedFrom !== null) leakedPapers(scene, world.dens[agency.leakedFrom]!, agency.key);
  else homeMade(scene, agency.key, count);
}
