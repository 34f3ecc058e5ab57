import type { Random } from '../random.ts';
import type { Agency, Pool } from './gangs.ts';
import { mix } from './hash.ts';
import type { TraceKind } from './kinds.ts';
import type { World } from './plan.ts';
import { thingAt } from './sightings/agency.ts';
import { GENUINE_FORMS, genuineDrawing, issuerForm } from './sightings/papers.ts';
import type { Sighting } from './sightings/types.ts';
import type { WorldTrace } from './types.ts';
import { VALUES } from './values.ts';

/** Rows that were written twice. */
const DOUBLED = 0.005;
/** Forms and seals of a den or a ring that are on record. */
const MAKER = 6;
/** Of voices on record the share that is of customers; of texts that of circulating letters. */
const CUSTOMERS_VOICE = 0.9;
const LETTERS = 0.3;

/** What detectors and forms record of what is there: some is missed, some linked to nothing, some to another's. */
export function detect(
  world: World,
  index: number,
  sightings: readonly Sighting[],
  at: number,
  random: Random,
): WorldTrace[] {
  const traces: WorldTrace[] = [];
  sightings.forEach(({ kind, value }, n) => {
    const { seen, linked, mistaken } = world.detections[kind];
    if (!random.chance(seen)) return;
    const fate = random.next();
    const recorded =
      fate < mistaken
        ? stranger(world, kind, random)
        : fate < mistaken + (1 - linked) * (1 - mistaken)
          ? VALUES[kind](mix(world.keys.unlinked, n), index)
          : value;
    const trace = { kind, value: recorded, observedAt: at };
    traces.push(trace);
    if (random.chance(DOUBLED)) traces.push(trace);
  });
  return traces;
}

/** Somebody else's value of the kind, as a wrong match finds it: the more there are on record, the likelier. */
function stranger(world: World, kind: TraceKind, random: Random): string {
  if (kind === 'voiceprint') return strangerVoice(world, random);
  if (kind === 'script') return strangerScript(world, random);
  const { keys, structure, dens, organised } = world;
  const makers = [...dens, ...organised.filter(({ role }) => role !== 'law-firm')];
  const forged = MAKER * makers.length;
  if (random.chance(forged / (GENUINE_FORMS * structure.issuers + forged)))
    return VALUES[kind](random.pick(makers).key, random.integer(0, MAKER - 1));
  const issuer = random.integer(0, structure.issuers - 1);
  if (kind === 'document_template') return issuerForm(world, issuer, random.integer(0, GENUINE_FORMS - 1));
  if (kind === 'seal') return VALUES.seal(keys.issuer, issuer);
  return genuineDrawing(world, issuer);
}

const agenciesOf = ({ organised }: World): Agency[] => organised.filter((one) => one.role === 'agency');

function strangerVoice(world: World, random: Random): string {
  const agencies = agenciesOf(world);
  if (agencies.length === 0 || random.chance(CUSTOMERS_VOICE))
    return VALUES.voiceprint(world.keys.voice, random.integer(0, world.people - 1));
  return pooled('voiceprint', random.pick(agencies), ({ callers }) => callers, random);
}

function strangerScript(world: World, random: Random): string {
  const agencies = agenciesOf(world);
  if (agencies.length === 0 || random.chance(LETTERS))
    return VALUES.script(world.keys.letter, random.integer(0, world.structure.letters - 1));
  return pooled('script', random.pick(agencies), ({ scripts }) => scripts, random);
}

function pooled(kind: TraceKind, agency: Agency, poolOf: (agency: Agency) => Pool, random: Random): string {
  const pool = poolOf(agency);
  return VALUES[kind](pool.key, thingAt(pool, random.bits(), random.between(agency.from, agency.to)));
}
