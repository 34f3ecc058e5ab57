import { decode, drain, encodeJpeg, pipe } from '../codec.ts';
import type { Colour, Picture } from '../picture.ts';
import { createRandom, type Random, type Seed } from '../random.ts';
import { creased, rolled } from './bends.ts';
import { expose, glare, type Light, scratch, shadow } from './effects.ts';
import { drawPayload } from './payloads.ts';
import type { CodeCorners } from './sheet.ts';
import { flatSheet, layCode, type Pose, type SeenCode } from './sheet.ts';
import { writeCode } from './write.ts';

/** What makes a picture of codes hard to read. */
export const CODE_CONDITIONS = [
  'plain',
  'rotated',
  'perspective',
  'bent',
  'creased',
  'glare',
  'shadow',
  'scratched',
  'blurred',
  'tiny',
  'inverted',
  'several',
  'dense',
  'micro',
  'rectangular',
  'gbk',
  'shift-jis',
  'screenshot',
] as const;
export type CodeCondition = (typeof CODE_CONDITIONS)[number];

export interface CodeScene {
  readonly picture: Picture;
  readonly codes: readonly { readonly text: string; readonly corners: CodeCorners }[];
}

/** Samples a pixel, each way, with which edges are drawn. */
const SAMPLES = 3;

/** A picture of one or more codes under a condition; the same for the same seed. */
export async function makeCodeScene(condition: CodeCondition, seed: Seed): Promise<CodeScene> {
  const random = createRandom('codes', condition, seed);
  const [width, height] = sizeOf(condition);
  const picture = ground(width, height, condition, random);
  const codes: { text: string; corners: CodeCorners }[] = [];
  let light: Light = () => 1;
  let softness = condition === 'screenshot' ? 0 : random.between(0, 0.15);
  for (const cell of cellsOf(condition, width, height, random)) {
    const { text, bytes, settings } = drawPayload(condition, random);
    const modules = await writeCode(bytes ?? text, settings);
    const size = Math.max(modules.width, modules.height);
    const quiet = condition === 'micro' || condition === 'rectangular' ? 2 : 4;
    const module = (condition === 'tiny' ? random.between(3, 4) * size : cell.size) / (size + 2 * quiet);
    const bend =
      condition === 'bent'
        ? rolled(size, random)
        : condition === 'creased'
          ? creased(size, random)
          : flatSheet;
    const seen = layCode(modules, quiet, { ...poseOf(condition, random), centre: cell.centre, module }, bend);
    paint(picture, seen, condition === 'inverted', condition === 'screenshot', random);
    if (condition === 'scratched') scratch(picture, cell.centre, module * size, module, random);
    if (condition === 'glare') light = glare(cell.centre, module * size, random);
    if (condition === 'shadow') light = shadow(cell.centre, module * size, random);
    if (condition === 'blurred') softness = module * random.between(0.35, 0.6);
    codes.push({ text, corners: seen.corners });
  }
  if (condition === 'screenshot') return { picture, codes };
  const soft = softness > 0.3 ? await drain(pipe(picture).blur(softness)) : picture;
  expose(soft, light, random.between(1, 5), random);
  const quality = random.integer(60, 92);
  const file = await encodeJpeg(soft, { quality, subsampling: '4:2:0', progressive: false, table: 0 });
  return { picture: await decode(file), codes };
}

const sizeOf = (condition: CodeCondition): readonly [number, number] =>
  condition === 'screenshot' ? [1080, 2340] : condition === 'tiny' ? [2400, 1800] : [960, 720];

interface Cell {
  readonly centre: readonly [number, number];
  /** Pixels of the sheet's side. */
  readonly size: number;
}

function cellsOf(condition: CodeCondition, width: number, height: number, random: Random): Cell[] {
  if (condition === 'screenshot')
    return [
      { centre: [380, 700], size: 400 },
      { centre: [700, 1500], size: 440 },
    ];
  const [columns, rows] = condition === 'several' ? [4, 3] : [1, 1];
  const [w, h] = [width / columns, height / rows];
  return Array.from({ length: columns * rows }, (_, i) => ({
    centre: [
      w * ((i % columns) + 0.5) + (columns > 1 ? 0 : w * random.between(-0.12, 0.12)),
      h * (Math.floor(i / columns) + 0.5) + (rows > 1 ? 0 : h * random.between(-0.08, 0.08)),
    ],
    size: Math.min(w, h) * random.between(0.5, 0.68),
  }));
}

function poseOf(condition: CodeCondition, random: Random): Pick<Pose, 'turn' | 'lean'> {
  if (condition === 'screenshot') return { turn: 0, lean: [0, 0] };
  const lean = (most: number) => (random.chance(0.5) ? 1 : -1) * random.between(0.6 * most, most);
  if (condition === 'perspective') return { turn: random.between(-0.6, 0.6), lean: [lean(1.1), lean(0.5)] };
  const turn =
    condition === 'rotated' || condition === 'several'
      ? random.between(0, 2 * Math.PI)
      : random.between(-0.15, 0.15);
  return { turn, lean: [lean(0.25), lean(0.2)] };
}

/** Something plain with a little structure; a chat's background and bubbles for screenshots. */
function ground(width: number, height: number, condition: CodeCondition, random: Random): Picture {
  const base: Colour =
    condition === 'screenshot'
      ? [237, 237, 237]
      : [random.integer(60, 200), random.integer(60, 200), random.integer(60, 190)];
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0; i < rgb.length; i++) rgb[i] = base[i % 3]!;
  const blocks = condition === 'screenshot' ? 14 : 25;
  for (let n = 0; n < blocks; n++) {
    const [w, h] = [random.integer(20, width / 3), random.integer(8, height / 12)];
    const [x0, y0] = [random.integer(0, width - w), random.integer(0, height - h)];
    const shade = random.integer(-50, 50);
    for (let y = y0; y < y0 + h; y++)
      for (let i = (y * width + x0) * 3; i < (y * width + x0 + w) * 3; i++)
        rgb[i] = Math.max(0, Math.min(255, base[i % 3]! + shade));
  }
  return { width, height, rgb };
}

function paint(
  { width, height, rgb }: Picture,
  seen: SeenCode,
  inverted: boolean,
  clean: boolean,
  random: Random,
) {
  const ink = clean ? 0 : random.integer(10, 60);
  const paper = clean ? 255 : random.integer(200, 245);
  const [dark, light] = inverted ? [paper, ink] : [ink, paper];
  const [left, right] = range(
    seen.outline.map(([x]) => x),
    width,
  );
  const [top, bottom] = range(
    seen.outline.map(([, y]) => y),
    height,
  );
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      let sum = 0;
      let count = 0;
      for (let s = 0; s < SAMPLES ** 2; s++) {
        const value = seen.at(
          x + ((s % SAMPLES) + 0.5) / SAMPLES,
          y + (Math.floor(s / SAMPLES) + 0.5) / SAMPLES,
        );
        if (value === null) continue;
        sum += value === 1 ? dark : light;
        count++;
      }
      const share = count / SAMPLES ** 2;
      if (count > 0)
        for (let i = (y * width + x) * 3, end = i + 3; i < end; i++)
          rgb[i] = Math.round((sum / count) * share + rgb[i]! * (1 - share));
    }
}

const range = (values: readonly number[], length: number): [number, number] => [
  Math.max(0, Math.floor(Math.min(...values))),
  Math.min(length, Math.ceil(Math.max(...values))),
];
