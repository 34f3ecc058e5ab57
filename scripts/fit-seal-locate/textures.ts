import { createRandom, type Random } from '@jianzhen/simulate';
import type { SealedPage } from './pages.ts';

/** Pictures of no document: noise, blotches, stripes and mixtures of them, in grey and in colour; none bears a seal. */
export function* textures(seed: string, count: number): Generator<SealedPage> {
  for (let n = 0; n < count; n++) {
    const random = createRandom(seed, 'texture', n);
    const width = random.integer(160, 420);
    const height = random.integer(160, 420);
    const planes = Array.from({ length: random.chance(0.4) ? 1 : 3 }, () => plane(width, height, random));
    const rgb = new Uint8Array(width * height * 3);
    for (let i = 0; i < rgb.length; i++) rgb[i] = planes[i % planes.length]![Math.floor(i / 3)]!;
    yield { name: `texture-${n}`, image: { width, height, rgb }, seals: [], slivers: false };
  }
}

/** Values 0–255 that change over a few pixels or many, smoothly or by steps. */
function plane(width: number, height: number, random: Random): Float32Array {
  const cell = random.pick([1, 1, 2, 3, 6, 14, 40]);
  const columns = Math.ceil(width / cell) + 1;
  const knots = Float32Array.from({ length: columns * (Math.ceil(height / cell) + 1) }, () => random.next());
  const stripes = random.chance(0.25) ? random.between(0.05, 0.8) : 0;
  const angle = random.between(0, Math.PI);
  const levels = random.chance(0.3) ? random.integer(2, 4) : 0;
  const [low, high] = [random.between(0, 180), random.between(190, 255)];
  return Float32Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    let value = knots[Math.floor(y / cell) * columns + Math.floor(x / cell)]!;
    if (stripes) value = 0.5 + 0.5 * Math.sin((x * Math.cos(angle) + y * Math.sin(angle)) * stripes);
    if (levels) value = Math.floor(value * levels) / Math.max(1, levels - 1);
    return low + (high - low) * Math.min(1, value);
  });
}
