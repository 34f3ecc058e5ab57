import type { PortraitComparer } from '@jianzhen/cases';
import { comparePortraits, openFaces } from '@jianzhen/detector-portrait';
import { once } from '@jianzhen/evidence';
import { decodeImage } from '@jianzhen/raster';
import { errors } from './errors.ts';

/** @throws CodedError `portrait.threshold-invalid` */
function thresholdOf(text: string | undefined): number | undefined {
  if (!text) return undefined;
  const threshold = Number(text);
  if (!(threshold > 0 && threshold <= 2)) throw errors('portrait.threshold-invalid', { value: text });
  return threshold;
}

/** One comparison at a time: each holds the thread while the networks run. */
let last: Promise<unknown> = Promise.resolve();

const networks = once(() => {
  const folder = process.env.JIANZHEN_FACE_MODELS;
  return openFaces(folder ? { folder } : {});
});

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
