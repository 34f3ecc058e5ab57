import { format, type Message, type Reason } from '@jianzhen/evidence';
import type { RgbImage } from '@jianzhen/raster';
import { likenessOf } from '../fingerprint/likeness.ts';
import type { ImprintNetwork } from '../fingerprint/network.ts';
import { polarMap, SECTORS } from '../fingerprint/polar.ts';
import type { SealPatch } from '../types.ts';
import { overlayOf } from './overlay.ts';

export interface SpecimenComparison {
  /** Calibrated probability that both are of one die or picture, 0–1. */
  readonly score: number;
  /** Shares of the specimen's ink that the seal lacks, and of the seal's ink that the specimen lacks, once aligned. */
  readonly missing: number;
  readonly surplus: number;
  /** Degrees by which the seal is turned clockwise against the specimen. */
  readonly turn: number;
  /** Specimen's size: grey what both have, blue what the seal lacks, red what it has in addition, pale where the other's ink is near. */
  readonly differences: RgbImage;
  readonly reasons: readonly Reason[];
}

const MESSAGES = {
  'seal.specimen-same': {
    zh: '与预留印鉴对齐后一致（概率 {score}%）：缺少 {missing}% 的印文，多出 {surplus}%。',
    en: 'Laid over the registered specimen it agrees ({score}%): {missing}% of the specimen’s ink is missing, {surplus}% is in addition.',
  },
  'seal.specimen-other': {
    zh: '与预留印鉴不一致（一致的概率仅 {score}%）：对齐后缺少 {missing}% 的印文，多出 {surplus}%。',
    en: 'It is not the registered specimen ({score}% that it is): {missing}% of the specimen’s ink is missing, {surplus}% is in addition.',
  },
} satisfies Record<string, Message>;

/** A seal against the lender's registered specimen; null where too little of either is there. */
export async function compareWithSpecimen(
  seal: SealPatch,
  specimen: SealPatch,
  network: ImprintNetwork,
): Promise<SpecimenComparison | null> {
  const [own, registered] = [polarMap(seal), polarMap(specimen)];
  if (!own || !registered) return null;
  const [likeness] = await likenessOf([[registered, own]], network);
  const { probability: score, agreement } = likeness!;
  const { turn, map } = agreement;
  const { picture, missing, surplus } = overlayOf(seal, specimen, turn, map);
  const percent = (share: number) => Math.round(100 * share);
  const code = score >= 0.5 ? 'seal.specimen-same' : 'seal.specimen-other';
  const values = { score: percent(score), missing: percent(missing), surplus: percent(surplus) };
  return {
    score,
    missing,
    surplus,
    turn: (360 * turn) / SECTORS,
    differences: picture,
    reasons: [{ code, message: format(MESSAGES[code], values) }],
  };
}
