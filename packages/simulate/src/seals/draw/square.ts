import type { SKRSContext2D } from '@napi-rs/canvas';
import type { SealSpec } from '../types.ts';

/** Draws a square seal of two to four characters about the origin: columns from the right, or one line of two. */
export function drawSquare(context: SKRSContext2D, { design, words }: SealSpec, size: number): void {
  const half = size / 2;
  const letters = [...words.title];
  const rows = 2;
  const columns = Math.ceil(letters.length / rows);
  const line = design.rim.width * size;
  if (design.carved) {
    context.fillRect(-half, -half, size, size);
    context.globalCompositeOperation = 'destination-out';
  } else {
    context.lineWidth = line;
    context.strokeRect(-half + line / 2, -half + line / 2, size - line, size - line);
  }
  const room = size - 2 * line * 1.5;
  const wide = room / columns;
  const high = room / rows;
  const last = letters.length % rows;
  letters.forEach((letter, i) => {
    const column = Math.floor(i / rows);
    const lone = last === 1 && column === columns - 1;
    const tall = lone ? room : high;
    const x = room / 2 - wide * (column + 0.5);
    const y = lone ? 0 : -room / 2 + high * ((i % rows) + 0.5);
    context.save();
    context.font = `${room * 0.5}px ${design.faces.title}`;
    context.translate(x, y);
    context.scale((wide * 0.94) / (room * 0.5), (tall * 0.94) / (room * 0.5));
    context.fillText(letter, 0, 0);
    context.restore();
  });
}
