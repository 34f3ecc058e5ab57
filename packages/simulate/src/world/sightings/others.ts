import type { LawFirm, Ring } from '../gangs.ts';
import type { Resident } from '../people.ts';
import { VALUES } from '../values.ts';
import { inUse } from './agency.ts';
import { honestCase, ownTraces, popularThings } from './honest.ts';
import { homeMade, leakedPapers, letterhead } from './papers.ts';
import { type Scene, see } from './types.ts';

/** One of a few people who complain on one another's phones and cards. */
export function ringCase(scene: Scene, ring: Ring, who: Resident): void {
  const { random } = scene;
  const { key } = ring;
  if (random.chance(0.75)) see(scene, 'phone', VALUES.phone(key, random.integer(1, ring.phones)));
  if (random.chance(0.6)) see(scene, 'device', VALUES.device(key, random.integer(1, ring.devices)));
  if (random.chance(0.4)) see(scene, 'bank_card', VALUES.bank_card(key, random.integer(1, ring.cards)));
  if (random.chance(0.2)) see(scene, 'address', VALUES.address(key, 0));
  if (random.chance(0.3)) see(scene, 'ip', VALUES.ip(key, 0));
  if (ring.forms && random.chance(0.5)) homeMade(scene, key, 1);
  ownTraces(scene, who, {
    phone: 0.5,
    device: 0.2,
    address: 0.4,
    network: 0.2,
    card: 0.3,
    mail: 0.1,
    voice: 0.35,
  });
}

/** A client of lawyers, who complain in their own name, from one place, for years. */
export function lawFirmCase(scene: Scene, firm: LawFirm, who: Resident): void {
  const { random } = scene;
  const { key } = firm;
  const lawyer = random.integer(1, firm.lawyers);
  scene.groups.add(firm.id);
  if (random.chance(0.8)) see(scene, 'phone', VALUES.phone(key, random.integer(1, firm.lines)));
  if (random.chance(0.7)) see(scene, 'address', VALUES.address(key, 0));
  if (random.chance(0.5)) see(scene, 'email', VALUES.email(key, lawyer));
  if (random.chance(0.3)) see(scene, 'voiceprint', VALUES.voiceprint(key, lawyer));
  if (random.chance(0.35)) see(scene, 'ip', VALUES.ip(key, 0));
  if (random.chance(firm.ownDevice)) see(scene, 'device', VALUES.device(key, lawyer));
  if (random.chance(firm.letters.shown)) {
    scene.letter = VALUES.script(firm.letters.key, inUse(firm.letters, scene, who.index));
    see(scene, 'script', scene.letter);
  }
  if (random.chance(0.6)) letterhead(scene, key);
  ownTraces(scene, who, {
    phone: 0.5,
    device: 0.1,
    address: 0.4,
    network: 0.1,
    card: 0.3,
    mail: 0.1,
    voice: 0.1,
  });
  popularThings(scene);
}

/** Alone, with a paper made after a form that leaked. */
export function outsiderCase(scene: Scene, who: Resident): void {
  const { random, world } = scene;
  honestCase(scene, who);
  leakedPapers(scene, random.pick(world.dens), random.bits());
}
