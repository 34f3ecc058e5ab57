import { createCanvas } from '@napi-rs/canvas';
import type { Coverage, SealSpec } from '../types.ts';
import { drawRound } from './round.ts';
import { drawSquare } from './square.ts';

/** Room about the seal for ink that spreads, as a share of its width. */
const ROOM = 0.04;

/** The seal drawn sharp and upright, `size` pixels wide (at least 16), with a little room about it. */
export function drawSeal(spec: SealSpec, size: number): Coverage {
  const { design } = spec;
  const tall = (size * design.height) / design.width;
  const room = Math.ceil(size * ROOM) + 2;
  const width = Math.ceil(size) + 2 * room;
  const height = Math.ceil(tall) + 2 * room;
  const context = createCanvas(width, height).getContext('2d');
  context.translate(width / 2, height / 2);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  if (design.shape === 'square') drawSquare(context, spec, size);
  else drawRound(context, spec, size);
  if (design.security.sort === 'cuts') {
    context.globalCompositeOperation = 'destination-out';
    context.lineWidth = Math.max(0.8, size * 0.006);
    for (const angle of design.security.angles) {
      const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
      context.beginPath();
      context.moveTo(cos * size * 0.28, (sin * tall) / 3.6);
      context.lineTo(cos * size * 0.52, sin * tall * 0.52);
      context.stroke();
    }
  }
  const { data } = context.getImageData(0, 0, width, height);
  const values = Float32Array.from({ length: width * height }, (_, i) => data[i * 4 + 3]! / 255);
  return { width, height, values, rx: size / 2, ry: tall / 2 };
}
