import type { PortraitComparer } from '@jianzhen/cases';
import { comparePortraits, type FaceNetworks, openFaces } from '@jianzhen/detector-portrait';
import { decodeImage } from '@jianzhen/raster';
import { errors } from './errors.ts';

/** @throws CodedError `portrait.threshold-invalid` */
function thresholdOf(text: string | undefined): number | undefined {
  if (!text) return undefined;
  const threshold = Number(text);
  if (!(threshold > 0 && threshold <= 2)) throw errors('portrait.threshold-invalid', { value: text });
  return threshold;
}

let opened: Promise<FaceNetworks> | null = null;
/** One comparison at a time: each holds the thread while the networks run. */
let last: Promise<unknown> = Promise.resolve();

/** Opened at the first comparison; what failed is tried again with the next. */
function networks(): Promise<FaceNetworks> {
  const folder = process.env.JIANZHEN_FACE_MODELS;
  opened ??= openFaces(folder ? { folder } : {}).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

/** Pictures in any format that pages may have; the threshold is `JIANZHEN_PORTRAIT_THRESHOLD`, else the published one. */
export const compareFacesOn: PortraitComparer = (card, selfie) => {
  const compared = last.then(async () => {
    const threshold = thresholdOf(process.env.JIANZHEN_PORTRAIT_THRESHOLD);
    const faces = await networks();
    return comparePortraits(await decodeImage(card), await decodeImage(selfie), faces, threshold);
  });
  last = compared.catch(() => {});
  return compared;
};
