import type { Random } from '../../random.ts';
import type { Agency, Den } from '../gangs.ts';
import { mix, share } from '../hash.ts';
import type { Resident } from '../people.ts';
import type { World } from '../plan.ts';
import { VALUES } from '../values.ts';
import { type Paper, type Scene, see } from './types.ts';

const DAY = 86_400_000;
/** Drawings of genuine seals: so many makers of dies have a country's trade. */
const GENUINE_DRAWINGS = 60;
/** Forms that one issuer has in use. */
export const GENUINE_FORMS = 3;
/** Papers still made from the version before. */
const OLD_VERSION = 0.15;
const OWN_EMPLOYER = 0.5;
/** Versions apart, in numbers: no line of forms has as many. */
const LINE = 4096;

export function put(scene: Scene, paper: Paper): void {
  scene.papers.push(paper);
  see(scene, 'document_template', paper.form);
  see(scene, 'seal', paper.seal);
  see(scene, 'seal_template', paper.drawing);
}

/** A hospital, village committee, employer or bank by number: its forms and its seal, which all its papers bear. */
export const issuerForm = ({ keys }: World, issuer: number, form: number): string =>
  VALUES.document_template(keys.issuer, issuer * GENUINE_FORMS + form);

export const genuineDrawing = ({ keys }: World, seal: number): string =>
  VALUES.seal_template(keys.drawing, mix(keys.drawing, seal) % GENUINE_DRAWINGS);

/** Papers of real issuers. Who lives or works in one place with hundreds often has them of that employer, and at the same time. */
export function genuinePapers(scene: Scene, count: number, { shared }: Resident): void {
  const { world, random } = scene;
  for (let n = 0; n < count; n++) {
    const own = shared !== null && random.chance(OWN_EMPLOYER);
    const issuer = own
      ? mix(mix(world.keys.issuer, shared.sort === 'office' ? 4 : 3), shared.number) % world.structure.issuers
      : world.ranks.issuers(random.next());
    scene.groups.add(`issuer-${issuer}`);
    put(scene, {
      form: issuerForm(world, issuer, random.integer(0, GENUINE_FORMS - 1)),
      seal: VALUES.seal(world.keys.issuer, issuer),
      drawing: genuineDrawing(world, issuer),
      forged: false,
    });
  }
}

/** A letterhead and the firm's seal: of the firm that has this key. */
export function letterhead(scene: Scene, key: number): void {
  put(scene, {
    form: VALUES.document_template(key, 0),
    seal: VALUES.seal(key, 0),
    drawing: genuineDrawing(scene.world, key),
    forged: false,
  });
}

/** Papers of a den for a customer of an agency. */
export function denPapers(scene: Scene, den: Den, agency: Agency, count: number): void {
  const { world, random, at } = scene;
  for (let n = 0; n < count; n++) {
    const line = Math.floor(den.forms * random.next() ** 1.6);
    const version = Math.max(0, versionAt(den, line, at) - (random.chance(OLD_VERSION) ? 1 : 0));
    const own = random.chance(den.exclusive);
    const key = own ? mix(den.key, agency.key) : den.key;
    put(scene, { form: formOf(world, den, key, line, version), ...sealOf(den, random), forged: true });
  }
  scene.den = den.id;
}

/** A den's paper in the hands of somebody who has it from elsewhere: an old version, with a seal of their own. */
export function leakedPapers(scene: Scene, den: Den, key: number): void {
  const { world, random, at } = scene;
  const line = random.integer(0, den.forms - 1);
  const version = versionAt(den, line, at) - random.integer(1, 3);
  const leaked = version >= 0 && share(mix(den.key, 11), line * LINE + version) < den.leaked;
  if (leaked) put(scene, { form: formOf(world, den, den.key, line, version), ...sealMade(key, random, 6) });
  else homeMade(scene, key, 1);
}

/** Papers that an organisation draws itself, from a few forms, with a few seals. */
export function homeMade(scene: Scene, key: number, count: number): void {
  const { random } = scene;
  for (let n = 0; n < count; n++) {
    const form = VALUES.document_template(key, random.integer(0, 4));
    put(scene, { form, ...sealMade(key, random, 12) });
  }
}

const sealMade = (key: number, random: Random, seals: number) => ({
  seal: VALUES.seal(key, random.integer(1, seals)),
  drawing: VALUES.seal_template(key, 0),
  forged: true,
});

const versionAt = ({ key, from, versionDays }: Den, line: number, at: number): number =>
  Math.max(0, Math.floor((at - from) / (versionDays * DAY) + share(mix(key, 12), line)));

/** A scan of a genuine issuer's form is told apart from it by nobody. */
function formOf(world: World, den: Den, key: number, line: number, version: number): string {
  const number = line * LINE + version;
  const scanned = share(mix(den.key, 13), number) < den.mimicked;
  if (!scanned) return VALUES.document_template(key, number);
  return issuerForm(world, mix(den.key, number) % world.structure.issuers, 0);
}

function sealOf(den: Den, random: Random): Pick<Paper, 'seal' | 'drawing'> {
  const seal = Math.floor(den.seals * random.next() ** 2);
  return {
    seal: VALUES.seal(den.key, seal),
    drawing: VALUES.seal_template(den.key, mix(den.key, seal) % den.drawings),
  };
}
