import { type CodedError, format, type Message } from '@jianzhen/evidence';
import { errors } from '../errors.ts';
import { WARNINGS } from './messages.ts';
import type { SpeechQuality } from './meter.ts';

/** Below these nothing is scored; between them and the warnings scores are to be taken with care. */
export interface GateLimits {
  /** Net speech, s. */
  readonly minSeconds: number;
  readonly minLevelDbfs: number;
  readonly maxClipping: number;
  readonly minSnrDb: number;
  /** Least and most `variation`: noise and buzz change too little, tones that come and go too much. */
  readonly variation: readonly [least: number, most: number];
}

/**
 * Speech: 0.3 s of it come to at most 0.5 s with the padding of its run. Variation: 0.5 and less for noise and buzz, 1.1 to 2.1
 * for clean speech, over 0.6 with as much white noise as speech, from 2.7 for tones and chords.
 */
export const GATE: GateLimits = {
  minSeconds: 0.6,
  minLevelDbfs: -65,
  maxClipping: 0.1,
  minSnrDb: 3,
  variation: [0.55, 2.6],
};
const WARN = { seconds: 3, levelDbfs: -45, clipping: 0.01, snrDb: 10 };

export interface SoundWarning {
  readonly code: keyof typeof WARNINGS;
  readonly message: Message;
}

export interface GateVerdict {
  /** Why nothing may be scored; null where it may. */
  readonly refused: CodedError | null;
  readonly warnings: readonly SoundWarning[];
}

/** @param peakDbfs highest level of any window of the channel */
export function judgeSpeech(
  quality: SpeechQuality,
  peakDbfs: number,
  limits: GateLimits = GATE,
): GateVerdict {
  const refused = refusal(quality, peakDbfs, limits);
  return { refused, warnings: refused ? [] : warnings(quality) };
}

function refusal(quality: SpeechQuality, peakDbfs: number, limits: GateLimits): CodedError | null {
  const { netSeconds, levelDbfs, clipping, snrDb, variation } = quality;
  if (peakDbfs < limits.minLevelDbfs) return errors('sound.silent');
  if (netSeconds < limits.minSeconds) {
    return errors('sound.too-little-speech', { seconds: one(netSeconds), least: limits.minSeconds });
  }
  if (levelDbfs < limits.minLevelDbfs) return errors('sound.silent');
  if (variation < limits.variation[0] || variation > limits.variation[1]) return errors('sound.no-speech');
  if (clipping > limits.maxClipping) return errors('sound.clipped', { percent: Math.round(100 * clipping) });
  if (snrDb < limits.minSnrDb) return errors('sound.too-noisy', { decibels: one(snrDb) });
  return null;
}

function warnings({ netSeconds, levelDbfs, clipping, snrDb, bandwidth }: SpeechQuality): SoundWarning[] {
  const found: [boolean, SoundWarning['code'], Record<string, string | number>][] = [
    [netSeconds < WARN.seconds, 'sound.short', { seconds: one(netSeconds) }],
    [levelDbfs < WARN.levelDbfs, 'sound.quiet', { level: Math.round(levelDbfs) }],
    [clipping > WARN.clipping, 'sound.some-clipping', { percent: one(100 * clipping) }],
    [snrDb < WARN.snrDb, 'sound.noisy', { decibels: one(snrDb) }],
    [bandwidth === 'narrow', 'sound.narrow-band', {}],
  ];
  return found
    .filter(([so]) => so)
    .map(([, code, values]) => ({ code, message: format(WARNINGS[code], values) }));
}

const one = (value: number) => Math.round(10 * value) / 10;
