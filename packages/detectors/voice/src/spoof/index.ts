// Spoofing as advice: synthetic, converted or replayed speech. Wang & Yamagishi, "ASVspoof 5" (2024) shows how far the best are from
// reliable on attacks that they never met; this small model is farther.
import type { Message } from '@jianzhen/evidence';
import { spoofFeatures } from './features.ts';
import { SPOOF_MESSAGES, type SpoofCode } from './messages.ts';
import { headProbability, type SpoofModel, standardised } from './model.ts';

export interface SpoofReason {
  readonly code: SpoofCode;
  /** Calibrated at even odds: in life, where few recordings are spoofed, it is too high. */
  readonly probability: number;
  /** `info` below the model's threshold, `low` from it on; never more, for nothing is refused by this word. */
  readonly severity: 'info' | 'low';
  readonly message: Message;
}

export interface Spoof {
  /** The larger of the two, 0–1, at even odds; null where there is too little speech to say. */
  readonly probability: number | null;
  /** Both, the likelier first; none where there is too little speech. */
  readonly reasons: readonly SpoofReason[];
}

/** Seconds of speech from which a word is given: the shortest that the model was fitted on. */
export const LEAST_SPOOF_SECONDS = 1.2;
const RATE = 16_000;

/**
 * Whether a machine speaks.
 * @param pieces of speech of one channel at 16 kHz, in [-1, 1], without pauses (`callChannels` of signal gives them)
 */
export function spoof(pieces: readonly Float32Array[], model: SpoofModel): Spoof {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (length < LEAST_SPOOF_SECONDS * RATE) return { probability: null, reasons: [] };
  const row = standardised(model, spoofFeatures(pieces));
  const reason = (code: SpoofCode, probability: number): SpoofReason => ({
    code,
    probability,
    severity: probability >= model.threshold ? 'low' : 'info',
    message: SPOOF_MESSAGES[code],
  });
  const reasons = [
    reason('voice.synthetic', headProbability(model.synthetic, row)),
    reason('voice.replay', headProbability(model.replay, row)),
  ].sort((a, b) => b.probability - a.probability);
  return { probability: reasons[0]!.probability, reasons };
}

export { spoofFeatures } from './features.ts';
export { SPOOF_MESSAGES, type SpoofCode } from './messages.ts';
export { openSpoofModel, type SpoofHead, type SpoofModel, spoofScore, standardised } from './model.ts';
