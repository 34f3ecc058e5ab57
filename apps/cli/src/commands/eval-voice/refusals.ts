// What nobody's voice can be known from: silence, noise, tones, and scraps of speech of 0.3 s. All of it has to be refused before any model hears it.
import type { Ears } from '@jianzhen/detector-voice';
import { ANALYSIS_RATE, callChannels, openSound } from '@jianzhen/signal';
import { NOT_SPEECH, noise, overTelephone, TELEPHONE_RATE, writeWav } from '@jianzhen/simulate';
import { progress } from '../../output/terminal.ts';
import { type Spoken, samplesOf } from './conditions.ts';

export interface RefusalRow {
  readonly what: string;
  readonly sounds: number;
  readonly refused: number;
}

const SECONDS = 4;
const LEVELS = [0.02, 0.1, 0.5, 0.9];
const SCRAP = 0.3 * ANALYSIS_RATE;
const AROUND = ANALYSIS_RATE / 2;
const STEP = 0.1 * ANALYSIS_RATE;

/** The loudest 0.3 s at 16 kHz, half a second of next to silence on either side. */
function scrapOf(samples: Float32Array): Float32Array {
  const energyAt = (at: number) =>
    samples.subarray(at, at + SCRAP).reduce((sum, value) => sum + value * value, 0);
  let [best, most] = [0, -1];
  for (let at = 0; at + SCRAP <= samples.length; at += STEP) {
    const energy = energyAt(at);
    if (energy > most) [best, most] = [at, energy];
  }
  const out = noise(SCRAP + 2 * AROUND, 1).map((value) => value * 1e-4);
  out.set(samples.subarray(best, best + SCRAP), AROUND);
  return out;
}

/**
 * Each sound in wide band and over a telephone.
 *
 * @param levels of what nobody said, of full scale
 */
export async function refusalRows(
  activity: Ears['activity'],
  measured: readonly Spoken[],
  seed: number,
  levels: readonly number[] = LEVELS,
): Promise<RefusalRow[]> {
  const bar = progress(measured.length);
  const isRefused = async (wav: Uint8Array) => {
    const { channels } = await callChannels(await openSound(wav), activity);
    return channels.length > 0 && channels.every(({ refused }) => refused !== null);
  };
  const tried = async (samples: Float32Array) => [
    await isRefused(writeWav([samples], ANALYSIS_RATE)),
    await isRefused(writeWav([overTelephone(samples)], TELEPHONE_RATE, 'a-law')),
  ];
  const rows: RefusalRow[] = [];
  for (const [what, make] of Object.entries(NOT_SPEECH)) {
    const outcomes: boolean[] = [];
    for (const [k, level] of levels.entries())
      outcomes.push(
        ...(await tried(
          make(SECONDS * ANALYSIS_RATE, ANALYSIS_RATE, seed * levels.length + k).map(
            (value) => level * value,
          ),
        )),
      );
    rows.push(rowOf(what, outcomes));
  }
  const scraps: boolean[] = [];
  for (const each of measured) {
    scraps.push(...(await tried(scrapOf(await samplesOf(each)))));
    bar.advance();
  }
  bar.stop();
  return [...rows, rowOf('0.3 s of speech', scraps)];
}

const rowOf = (what: string, outcomes: readonly boolean[]): RefusalRow => ({
  what,
  sounds: outcomes.length,
  refused: outcomes.filter(Boolean).length,
});
