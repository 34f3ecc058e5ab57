import { fingerprintText, type ScriptFingerprint } from '@jianzhen/detector-script';
import {
  createAgencyScript,
  createRandom,
  type Rewriting,
  type SimulatedText,
  writeAgencyText,
  writeHonestText,
  writePublicLetter,
} from '@jianzhen/simulate';

/** How often letters are rewritten so much, of ten. */
const REWRITINGS: readonly Rewriting[] = [
  'light',
  'light',
  'light',
  'light',
  'medium',
  'medium',
  'medium',
  'heavy',
];

export interface LetterCounts {
  readonly agencies: number;
  readonly lettersEach: number;
  readonly honest: number;
  readonly publicLetters: number;
}

/** Letters by seed: of agencies, of customers in their own words, and by letters from the Internet. */
export function simulatedLetters(seed: string, counts: LetterCounts): SimulatedText[] {
  const random = createRandom('letters', seed);
  const times = <T>(count: number, make: (i: number) => T) =>
    Array.from({ length: count }, (_, i) => make(i));
  return [
    ...times(counts.agencies, (agency) => {
      const script = createAgencyScript(seed, agency);
      return times(counts.lettersEach, () => writeAgencyText(script, random.pick(REWRITINGS), random));
    }).flat(),
    ...times(counts.honest, () => writeHonestText(random)),
    ...times(counts.publicLetters, () => writePublicLetter(random)),
  ];
}

export interface FingerprintedLetter extends SimulatedText {
  readonly fingerprint: ScriptFingerprint;
}

/** Those that are long enough for a fingerprint. */
export const fingerprinted = (letters: readonly SimulatedText[]): FingerprintedLetter[] =>
  letters.flatMap((letter) => {
    const fingerprint = fingerprintText(letter.text);
    return fingerprint ? [{ ...letter, fingerprint }] : [];
  });
