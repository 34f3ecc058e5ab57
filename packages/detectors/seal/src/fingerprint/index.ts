import { compareGeometry } from '../template/compare.ts';
import { geometryOf } from '../template/geometry.ts';
import type { SealPatch } from '../types.ts';
import { codesOf } from './code.ts';
import { likenessOf } from './likeness.ts';
import type { ImprintNetwork } from './network.ts';
import { polarMap } from './polar.ts';
import {
  imprintFromText,
  imprintToText,
  type SealFingerprint,
  templateFromText,
  templateToText,
} from './serial.ts';
import { sameTemplateProbability, underOtherWords } from './weigh.ts';
import { type ReadWords, wordsDiffer } from './words.ts';

export { codesOf } from './code.ts';
export { imprintFromText, type SealFingerprint, templateFromText } from './serial.ts';
export { type Differing, type ReadWords, wordsDiffer } from './words.ts';

/** Both fingerprints as they are stored, base64url; null where too little of the seal is there. */
export interface SealFingerprints {
  readonly fingerprint: string | null;
  readonly templateFingerprint: string | null;
}

/** A seal as it is compared: fingerprints as they are stored, and what it says where that was read. */
export type ComparedSeal = SealFingerprints & Partial<ReadWords>;

/** An imprint as it is compared. */
export interface ReadImprint {
  readonly fingerprint: SealFingerprint;
  readonly words?: ReadWords;
}

/** Codes kept of a seal, one for each of its likeliest ways up. */
const KEPT = 2;
/** Codes that a search asks for: of a seal that is covered in part the way up is a guess. */
export const SEARCH_CODES = 10;

/** @param patch of 256 pixels or more a side */
export function fingerprintSeal(patch: SealPatch): SealFingerprints {
  const map = polarMap(patch);
  const geometry = map === null ? null : geometryOf(patch);
  return {
    fingerprint: map === null ? null : imprintToText({ codes: codesOf(map, KEPT), map }),
    templateFingerprint: geometry === null ? null : templateToText(geometry),
  };
}

/** Codes to search an index by: more ways up than are kept. */
export const searchCodes = ({ map }: SealFingerprint): Uint32Array[] => codesOf(map, SEARCH_CODES);

export interface SealLikeness {
  /** Calibrated probabilities, 0–1: of one die or picture; of one drawing, whatever the name. */
  readonly sameImprint: number;
  readonly sameTemplate: number;
}

/** Compares one seal with others by their stored fingerprints and what was read of them; a fingerprint missing on a side is 0. */
export async function compareSeals(
  seal: ComparedSeal,
  others: readonly ComparedSeal[],
  network: ImprintNetwork,
): Promise<SealLikeness[]> {
  const own = readImprint(seal);
  const known = others.map((other) => own && readImprint(other));
  const told = own
    ? await imprintLikeness(
        own,
        known.filter((other) => other !== null),
        network,
      )
    : [];
  let next = 0;
  return others.map((other, i) => {
    const sameImprint = known[i] ? told[next++]! : 0;
    // One imprint is of one drawing.
    return { sameImprint, sameTemplate: Math.max(sameImprint, drawnAlike(seal, other)) };
  });
}

function readImprint({ fingerprint, title = null, ...words }: ComparedSeal): ReadImprint | null {
  if (fingerprint === null) return null;
  return { fingerprint: imprintFromText(fingerprint), words: { title, ...words } };
}

/** Probabilities that a seal and each of the others are of one die or picture. */
export async function imprintLikeness(
  seal: ReadImprint,
  others: readonly ReadImprint[],
  network: ImprintNetwork,
): Promise<number[]> {
  const told = await likenessOf(
    others.map(({ fingerprint }) => [seal.fingerprint.map, fingerprint.map] as const),
    network,
  );
  return told.map(({ probability }, i) => {
    const other = others[i]!.words;
    const differ = seal.words && other && wordsDiffer(seal.words, other);
    return differ ? underOtherWords(probability, differ) : probability;
  });
}

function drawnAlike(
  { templateFingerprint: a }: SealFingerprints,
  { templateFingerprint: b }: SealFingerprints,
): number {
  if (a === null || b === null) return 0;
  return sameTemplateProbability(compareGeometry(templateFromText(a), templateFromText(b)));
}
