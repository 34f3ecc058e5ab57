// Writes packages/detectors/papers/src/typography/prototypes.json: the mean form of every digit over genuine pages kept in a folder.
// node scripts/fit-typography/prototypes.ts FOLDER [OUT]
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printedNumbers, shapeDistance } from '@jianzhen/detector-papers';
import { decodeImage } from '@jianzhen/raster';

const [
  folder,
  out = new URL('../../packages/detectors/papers/src/typography/prototypes.json', import.meta.url).pathname,
] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node scripts/fit-typography/prototypes.ts FOLDER [OUT]');
  process.exit(2);
}
/** Readings less sure than this teach nothing. */
const SURE = 0.97;
/** A page of many digits counts as one of so many, lest a statement's face stand for all. */
const MOST_OF_PAGE = 12;

const shapes = new Map<string, Float32Array[]>();
for (const file of readdirSync(folder).sort()) {
  if (!/\.json$/.test(file) || /-f\d\.json$|\.s\d?\.|segments/.test(file)) continue;
  const { extension, read, edits } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  if (!read || edits?.length > 0) continue;
  const image = await decodeImage(readFileSync(join(folder, file.replace(/json$/, extension))));
  const taken = new Map<string, number>();
  for (const { glyphs } of printedNumbers(image, read, false)) {
    for (const { character, shape, touching, stained } of glyphs) {
      const count = taken.get(character.text) ?? 0;
      if (touching || stained || character.confidence < SURE || count >= MOST_OF_PAGE) continue;
      taken.set(character.text, count + 1);
      shapes.set(character.text, [...(shapes.get(character.text) ?? []), shape]);
    }
  }
}

function meanOf(members: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(members[0]!.length);
  for (const shape of members) for (let i = 0; i < sum.length; i++) sum[i]! += shape[i]!;
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}

const prototypes: Record<string, number[]> = {};
for (const digit of '0123456789') {
  const members = shapes.get(digit) ?? [];
  const first = meanOf(members);
  // Once more without what lies far off: dirt, broken print, misreadings.
  const near = members.filter((shape) => shapeDistance(shape, first) < 0.5);
  const prototype = meanOf(near);
  const away = members.map((shape) => shapeDistance(shape, prototype)).sort((a, b) => a - b);
  const at = (share: number) => away[Math.floor(share * away.length)]!.toFixed(3);
  console.error(
    `${digit}: ${members.length} glyphs, distances 50% ${at(0.5)} 90% ${at(0.9)} 95% ${at(0.95)} 99% ${at(0.99)}`,
  );
  prototypes[digit] = Array.from(prototype, (value) => Number(value.toFixed(3)));
}
writeFileSync(out, `${JSON.stringify(prototypes)}\n`);
