import { compareGeometry } from '../template/compare.ts';
import { geometryOf } from '../template/geometry.ts';
import type { SealPatch } from '../types.ts';
import { codesOf } from './code.ts';
import { alignImprints } from './imprint.ts';
import { polarMap } from './polar.ts';
import {
  imprintFromText,
  imprintToText,
  type SealFingerprint,
  templateFromText,
  templateToText,
} from './serial.ts';
import { sameImprintProbability, sameTemplateProbability } from './weigh.ts';

export { codesOf } from './code.ts';
export { imprintFromText, type SealFingerprint, templateFromText } from './serial.ts';

/** Both fingerprints as they are stored, base64url; null where too little of the seal is there. */
export interface SealFingerprints {
  readonly fingerprint: string | null;
  readonly templateFingerprint: string | null;
}

/** Codes kept of a seal, and codes that a search asks for: of a seal that is covered in part the way up is a guess. */
const KEPT = 2;
const ASKED = 6;

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
export const searchCodes = ({ map }: SealFingerprint): Uint32Array[] => codesOf(map, ASKED);

export interface SealLikeness {
  /** Calibrated probabilities, 0–1: of one die or picture; of one drawing, whatever the name. */
  readonly sameImprint: number;
  readonly sameTemplate: number;
}

/** Compares two seals by their stored fingerprints; what is missing on a side is 0. */
export function compareSeals(a: SealFingerprints, b: SealFingerprints): SealLikeness {
  const sameImprint =
    a.fingerprint === null || b.fingerprint === null
      ? 0
      : imprintLikeness(imprintFromText(a.fingerprint), imprintFromText(b.fingerprint));
  const drawn =
    a.templateFingerprint === null || b.templateFingerprint === null
      ? 0
      : sameTemplateProbability(
          compareGeometry(templateFromText(a.templateFingerprint), templateFromText(b.templateFingerprint)),
        );
  // One imprint is of one drawing.
  return { sameImprint, sameTemplate: Math.max(sameImprint, drawn) };
}

/** Probability that two seals are of one die or picture. */
export const imprintLikeness = (a: SealFingerprint, b: SealFingerprint): number =>
  sameImprintProbability(alignImprints(a.map, b.map).features);
