import { createCanvas } from '@napi-rs/canvas';
import { latinFont } from '../src/fonts.ts';
import type { TextLine } from '../src/forge/types.ts';
import { createRandom, type Seed } from '../src/random.ts';

/** A printed page of text and amounts, drawn anew from the seed, with its lines. */
export function drawPage(seed: Seed, width = 760, height = 1000): { bytes: Uint8Array; lines: TextLine[] } {
  const random = createRandom(seed, 'page');
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#f4f2ee';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#26262a';
  context.font = `22px "${latinFont({ name: 'arimo', weight: 400 })}"`;
  const lines: TextLine[] = [];
  for (let y = 80; y < height - 60; y += 44) {
    const text = `${random.pick(['Item', 'Balance', 'Payment', 'Transfer'])} ${random.integer(10, 99)} ${random.integer(100, 9999)}.50`;
    const x = 60 + random.integer(0, 200);
    context.fillText(text, x, y);
    lines.push({ x, y: y - 20, width: Math.ceil(context.measureText(text).width), height: 26, text });
  }
  return { bytes: canvas.toBuffer('image/png'), lines };
}
