import type { Picture } from '../picture.ts';
import { NORMALS, normalTable, type Random } from '../random.ts';

/** Light that falls off, a colour cast and noise that grows with the light, in place; returns the noise's deviation. */
export function expose(picture: Picture, device: 'phone' | 'scanner', random: Random): number {
  const phone = device === 'phone';
  const fall = phone ? random.between(0, 0.16) : random.between(0, 0.03);
  const direction = random.between(0, 2 * Math.PI);
  const cast = [0, 1, 2].map(() => 1 - (phone ? random.between(0, 0.07) : random.between(0, 0.015)));
  const black = random.between(0, phone ? 18 : 8);
  const noise = phone ? random.between(0.8, 3.2) : random.between(0.3, 1.8);
  const tones = cast.map((factor) =>
    Float32Array.from({ length: 256 }, (_, value) => (black + (value * (255 - black)) / 255) * factor),
  );
  const grain = normalTable().map((value) => value * noise);
  spread(picture, [tones[0]!, tones[1]!, tones[2]!], grain, fall, direction, random.bits() | 1);
  return noise;
}

/** One pass over the page; luma noise is shared by the channels, chroma noise is not. The generator is xorshift32, inlined for speed. */
function spread(
  { width, height, rgb }: Picture,
  [red, green, blue]: readonly [Float32Array, Float32Array, Float32Array],
  grain: Float32Array,
  fall: number,
  direction: number,
  seed: number,
): void {
  const out = new Uint8ClampedArray(rgb.buffer, rgb.byteOffset, rgb.length);
  const stepX = (Math.cos(direction) * fall) / width;
  const stepY = (Math.sin(direction) * fall) / height;
  const last = NORMALS - 1;
  let state = seed;
  for (let y = 0, i = 0; y < height; y++) {
    const start = 1 - fall / 2 + (y - height / 2) * stepY - (width / 2) * stepX;
    for (let x = 0; x < width; x++, i += 3) {
      const light = start + x * stepX;
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      const shared = grain[state & last]! * 0.8;
      const r = red[rgb[i]!]! * light;
      out[i] = r + (shared + grain[(state >>> 14) & last]! * 0.6) * (0.6 + r / 640);
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      const g = green[rgb[i + 1]!]! * light;
      out[i + 1] = g + (shared + grain[state & last]! * 0.6) * (0.6 + g / 640);
      const b = blue[rgb[i + 2]!]! * light;
      out[i + 2] = b + (shared + grain[(state >>> 14) & last]! * 0.6) * (0.6 + b / 640);
    }
  }
}
