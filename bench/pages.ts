import { seeded } from '@jianzhen/learn';
import { createCanvas } from '@napi-rs/canvas';
import sharp from 'sharp';

/** A scanned page of text as JPEG: paper noise, print, 4:2:0 at quality 90. The same bytes for the same size and seed. */
export async function scannedPage(width: number, height: number, seed = 1): Promise<Uint8Array> {
  const random = seeded(seed);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#f4f1ea';
  context.fillRect(0, 0, width, height);
  const size = Math.round(width / 60);
  context.font = `${size}px sans-serif`;
  context.fillStyle = '#26242a';
  for (let y = 3 * size; y < height - 2 * size; y += Math.round(1.8 * size)) {
    const words = Array.from({ length: 9 }, () =>
      Math.floor(random() * 1e6)
        .toString(36)
        .padEnd(4, 'n'),
    );
    context.fillText(words.join(' '), 2 * size, y, width - 4 * size);
  }
  const { data } = context.getImageData(0, 0, width, height);
  const rgb = Buffer.alloc(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const noise = (random() + random() + random() - 1.5) * 9;
    for (let c = 0; c < 3; c++) rgb[3 * i + c] = Math.min(255, Math.max(0, data[4 * i + c]! + noise));
  }
  return sharp(rgb, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

export const SIZES = [
  { name: '2 MP', width: 1240, height: 1640 },
  { name: '8 MP', width: 2480, height: 3240 },
] as const;
