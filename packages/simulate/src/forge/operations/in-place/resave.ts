import { decode, drain, encodeJpeg, pipe } from '../../../codec.ts';
import type { Picture } from '../../../picture.ts';
import { drawJpegSettings } from '../../settings.ts';
import type { Edit } from '../scene.ts';
import { redo } from './redo.ts';

/** A piece as a weaker or smaller copy of the page holds it, or as another program gave it back. */
export const resave: Edit = (scene) => {
  const { random, parameters } = scene;
  const settings = drawJpegSettings(random, 30, 75);
  const scale = random.chance(0.4) ? random.between(0.5, 0.85) : 1;
  Object.assign(parameters, { pieceQuality: settings.quality, pieceScale: scale });
  return redo(scene, async (piece) => {
    const copy = await resized(piece, piece.width * scale, piece.height * scale);
    return resized(await decode(await encodeJpeg(copy, settings)), piece.width, piece.height);
  });
};

async function resized(picture: Picture, width: number, height: number): Promise<Picture> {
  const [w, h] = [Math.max(1, Math.round(width)), Math.max(1, Math.round(height))];
  if (w === picture.width && h === picture.height) return picture;
  return drain(pipe(picture).resize(w, h, { fit: 'fill', kernel: 'cubic' }));
}
