import { createRandom, type Seed } from '../random.ts';
import { type Call, call, type Line } from './call.ts';
import { createVoice, type Voice } from './voice.ts';

export interface CallSetOptions {
  readonly seed: Seed;
  readonly customers: number;
  /** Agencies, each with voices that speak as many customers. */
  readonly agencies: number;
  /** Calls in which a customer speaks in person; the first is for enrolment. */
  readonly ownCalls: number;
  readonly seconds: number;
  readonly line: Line;
}

/** One call and the truth of it. */
export interface PlannedCall {
  readonly name: string;
  /** Whose account the call is about. */
  readonly customer: string;
  /** Who truly speaks on the customer's channel: a customer's id or an agency's voice. */
  readonly speaker: string;
  /** The agency whose voice it is; null where the customer speaks in person. */
  readonly agency: string | null;
  /** The lender's agent, whose voice is on many calls for a good reason. */
  readonly agent: string;
  readonly seconds: number;
  readonly line: Line;
}

const AGENTS = 4;
const VOICES_PER_AGENCY = 2;
/** Of all customers, so many have had an agency call for them. */
const REPRESENTED = 0.4;
const padded = (i: number) => String(i).padStart(4, '0');

/** Customers in person, and agencies' voices that speak as several of them; in the order of the calls' names. */
export function planCalls({
  seed,
  customers,
  agencies,
  ownCalls,
  seconds,
  line,
}: CallSetOptions): PlannedCall[] {
  const random = createRandom('calls', seed);
  const ids = Array.from({ length: customers }, (_, i) => `customer-${padded(i + 1)}`);
  const own = ids.flatMap((customer) =>
    Array.from({ length: ownCalls }, () => ({ customer, speaker: customer, agency: null })),
  );
  const represented = agencies > 0 ? random.shuffle(ids).slice(0, Math.round(REPRESENTED * customers)) : [];
  const spoken = represented.map((customer, i) => {
    const agency = `agency-${padded((i % agencies) + 1)}`;
    return { customer, speaker: `${agency}-voice-${random.integer(1, VOICES_PER_AGENCY)}`, agency };
  });
  return [...own, ...spoken].map((planned, i) => ({
    name: `call-${padded(i + 1)}.wav`,
    ...planned,
    agent: `agent-${padded(random.integer(1, AGENTS))}`,
    seconds: seconds * random.between(0.8, 1.2),
    line,
  }));
}

/** The sound of a planned call: every speaker has one voice in the whole set. */
export function makeCall(planned: PlannedCall, seed: Seed): Call {
  const voice = (id: string): Voice => createVoice(seed, id);
  return call(
    {
      agent: voice(planned.agent),
      customer: voice(planned.speaker),
      seconds: planned.seconds,
      line: planned.line,
    },
    `${seed} ${planned.name}`,
  );
}

const HEAD = 'file,customer_id,speaker,agency,agent,seconds,line';

/** The truth as CSV; no value needs quoting. */
export const callsCsv = (calls: readonly PlannedCall[]): string =>
  [
    HEAD,
    ...calls.map(({ name, customer, speaker, agency, agent, seconds, line }) =>
      [name, customer, speaker, agency ?? '', agent, seconds.toFixed(2), line].join(','),
    ),
    '',
  ].join('\n');
