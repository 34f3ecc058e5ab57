import { whose } from '../demo-customers.ts';
import type { Seed } from '../random.ts';
import { call } from './call.ts';
import { createVoice } from './voice.ts';
import { writeWav } from './wav.ts';

export interface DemoCall {
  /** File name; says whose account it is about, not who speaks. */
  readonly name: string;
  /** Two channels over a telephone: the lender's agent, and who speaks as the customer. */
  readonly bytes: Uint8Array;
  /** The customer's number at the lender. */
  readonly customer: string;
  readonly lender: string;
  /** Who truly speaks. */
  readonly speaker: string;
  /** Whether the call is for enrolling the customer's voice, with consent. */
  readonly enrols: boolean;
}

const SECONDS = 40;
const AGENCY = 'agency-voice';
/** By customer: an agency's voice that speaks for three, and two who speak in person, one of them enrolled before. */
const PLANS = [
  { customer: 0, agency: true },
  { customer: 1, agency: false, enrols: true },
  { customer: 1, agency: false },
  { customer: 2, agency: true },
  { customer: 3, agency: true },
  { customer: 4, agency: false },
];

/** A few telephone calls of the demo's customers; the same for the same seed. */
export function demoCalls(seed: Seed): DemoCall[] {
  return PLANS.map(({ customer: index, agency, enrols = false }, i) => {
    const { customer, lender } = whose(index);
    const speaker = agency ? AGENCY : customer;
    const voices = { agent: createVoice(seed, 'agent', i % 2), customer: createVoice(seed, speaker) };
    const { channels, sampleRate } = call(
      { ...voices, seconds: SECONDS, line: 'telephone' },
      `${seed} demo ${i}`,
    );
    return {
      name: `call-${String(i + 1).padStart(2, '0')}-${customer}.wav`,
      bytes: writeWav(channels, sampleRate, 'a-law'),
      customer,
      lender,
      speaker,
      enrols,
    };
  });
}
