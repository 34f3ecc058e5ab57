import { createRandom, type Random, type Seed } from '../random.ts';
import { drawRoom, inRoom } from './room.ts';
import { speak } from './speak.ts';
import { SAMPLE_RATE } from './synthesise.ts';
import { overTelephone, TELEPHONE_RATE } from './telephone.ts';
import type { Voice } from './voice.ts';

/** `wide`: 16 kHz as an app records; `telephone`: 8 kHz, the telephone's band, G.711 A-law. */
export type Line = 'wide' | 'telephone';

export interface CallOptions {
  /** The lender's agent: channel 0. */
  readonly agent: Voice;
  /** Who speaks as the customer: channel 1. */
  readonly customer: Voice;
  readonly seconds: number;
  readonly line?: Line;
}

/** Who speaks when, in seconds. */
export interface Turn {
  readonly channel: 0 | 1;
  readonly start: number;
  readonly end: number;
}

export interface Call {
  readonly sampleRate: number;
  /** Agent, customer: one length, samples in [-1, 1]. */
  readonly channels: readonly [Float32Array, Float32Array];
  readonly turns: readonly Turn[];
}

const FADE = 0.02 * SAMPLE_RATE;

/** A call by turns: each side in a room of its own, the agent a little audible on the customer's channel and the other way round. */
export function call(options: CallOptions, seed: Seed): Call {
  const random = createRandom('call', seed);
  const turns = drawTurns(options.seconds, random);
  const [agent, customer] = ([0, 1] as const).map((channel) => {
    const voice = channel === 0 ? options.agent : options.customer;
    return inRoom(side(voice, turns, channel, options.seconds, seed), drawRoom(random), random);
  }) as [Float32Array, Float32Array];
  const echo = 10 ** (random.between(-50, -36) / 20);
  const heard = [mixed(agent, customer, echo), mixed(customer, agent, echo)] as const;
  if (options.line === 'wide') return { sampleRate: SAMPLE_RATE, channels: heard, turns };
  return {
    sampleRate: TELEPHONE_RATE,
    channels: [overTelephone(heard[0]), overTelephone(heard[1])],
    turns,
  };
}

/** Turns of 1.5–7 s, now and then one before the other has ended. */
function drawTurns(seconds: number, random: Random): Turn[] {
  const turns: Turn[] = [];
  let at = 0;
  for (let channel: 0 | 1 = 0; at < seconds - 0.5; channel = channel === 0 ? 1 : 0) {
    const end = Math.min(seconds, at + random.between(1.5, 7));
    turns.push({ channel, start: at, end });
    at = Math.max(0, end + random.between(-0.3, 0.8));
  }
  return turns;
}

function side(
  voice: Voice,
  turns: readonly Turn[],
  channel: 0 | 1,
  seconds: number,
  seed: Seed,
): Float32Array {
  const out = new Float32Array(Math.round(seconds * SAMPLE_RATE));
  // All of one day's speech in one piece: the speaker is as high and loud in the last turn as in the first.
  const own = turns.filter((turn) => turn.channel === channel);
  const said = speak(
    voice,
    own.reduce((sum, { start, end }) => sum + end - start, 0),
    `${seed} ${channel}`,
  );
  let from = 0;
  for (const { start, end } of own) {
    const at = Math.round(start * SAMPLE_RATE);
    const length = Math.round((end - start) * SAMPLE_RATE);
    const part = said.subarray(from, from + Math.min(length, out.length - at));
    // A turn may end within a word, yet not within a sample.
    out.set(
      part.map((x, i) => x * Math.min(1, i / FADE, (part.length - i) / FADE)),
      at,
    );
    from += length;
  }
  return out;
}

const mixed = (near: Float32Array, far: Float32Array, gain: number): Float32Array =>
  near.map((x, i) => x + gain * far[i]!);
