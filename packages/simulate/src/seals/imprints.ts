import { planSaves, runSaves } from '../forge/saves.ts';
import type { FaceSet } from '../papers/faces.ts';
import { type Colour, cut, type Picture } from '../picture.ts';
import { createRandom, type Random, type Seed } from '../random.ts';
import { drawColour, drawInkColour } from './colours.ts';
import { drawSpec } from './design.ts';
import { type MadeSeal, makeSeal } from './makers/make.ts';
import { background } from './page/background.ts';
import { after, ofEllipse, scaling, seenBox, turnOf, unitCircleThrough } from './page/geometry.ts';
import type { SealMaker, SealTruth } from './types.ts';
import { drawNearWords, drawWords } from './wording.ts';

export interface ImprintSetOptions {
  readonly seed: Seed;
  readonly faces: FaceSet;
  /** Different seals. */
  readonly imprints: number;
  /** Crops of each. */
  readonly perImprint: number;
  /** Names that go by one template; 2 unless told: half of the seals have a twin under another name. */
  readonly perTemplate?: number;
  /** How the names of one template differ: `other` unless told, `near` where they are a few characters apart. */
  readonly twins?: 'other' | 'near';
  /** Who made them; program, cutout and signature reader by chance unless told. */
  readonly maker?: SealMaker;
}

/** A piece of a page with one copy of a seal on it. */
export interface ImprintCrop {
  readonly file: Uint8Array;
  readonly extension: 'jpg' | 'png';
  readonly width: number;
  readonly height: number;
  readonly seal: SealTruth;
  /** What was done to this copy. */
  readonly changes: { readonly recoloured: boolean; readonly covered: boolean; readonly width: number };
}

type Drawn = ReturnType<typeof drawSpec>;

/**
 * Copies of seals' pictures on pieces of pages: turned, scaled, recoloured, partly covered, pressed by JPEG. Neighbouring imprints
 * share a template, `perTemplate` at a time: one drawing, other names.
 */
export async function* makeImprintSet(options: ImprintSetOptions): AsyncGenerator<ImprintCrop> {
  const { seed, faces, imprints, perImprint, perTemplate = 2, twins = 'other' } = options;
  const drawTwin = { other: drawWords, near: drawNearWords }[twins];
  let first: Drawn | null = null;
  for (let n = 0; n < imprints; n++) {
    const group = Math.floor(n / perTemplate);
    const random = createRandom(seed, faces, 'imprint', n);
    const drawn: Drawn =
      n % perTemplate === 0 || !first
        ? drawSpec(faces, createRandom(seed, faces, 'template', group))
        : { ...first, words: drawTwin(first.kind, faces, random, first.words) };
    if (n % perTemplate === 0) first = drawn;
    const common = createRandom(seed, faces, 'template maker', group);
    const maker =
      options.maker ?? common.weighted<SealMaker>({ stamp: 0, tool: 0.7, cutout: 0.2, esign: 0.1 });
    const made = await makeSeal({
      spec: { design: drawn.design, words: drawn.words },
      maker,
      colour: drawInkColour(maker, common),
      faint: false,
      seed: `${seed}-${faces}-imprint-${n}`,
      preset: `${seed}-${faces}-template-${group}`,
    });
    for (let copy = 0; copy < perImprint; copy++)
      yield await cropOf(made, `${seed}-${n}-${copy}`, faces, createRandom(seed, faces, 'copy', n, copy));
  }
}

async function cropOf(made: MadeSeal, seed: Seed, faces: FaceSet, random: Random): Promise<ImprintCrop> {
  const under = await background(`${seed}-${random.integer(0, 40)}`, faces);
  const width = random.between(110, 330);
  const { design } = made.spec;
  const mm = width / design.width;
  const [tall, margin] = [design.height * mm, width * random.between(0.1, 0.4)];
  const room = Math.ceil(Math.hypot(width, tall) + 2 * margin);
  const page = cut(under.picture, {
    x: random.integer(0, Math.max(0, under.picture.width - room)),
    y: random.integer(0, Math.max(0, under.picture.height - room)),
    width: Math.min(room, under.picture.width),
    height: Math.min(room, under.picture.height),
  });
  const turn = random.chance(0.6) ? random.normal() * 8 : random.between(-180, 180);
  const recoloured = random.chance(0.35);
  const family = recoloured ? random.pick(['red', 'red', 'blue', 'purple'] as const) : made.colour;
  const other: Colour | undefined = recoloured ? drawColour(family, made.maker, random) : undefined;
  const spot = { x: page.width / 2, y: page.height / 2, turn, mm };
  made.put(page, spot, random, other);
  const covered = random.chance(0.3);
  if (covered) cover(page, spot, width, random);
  const pipeline = random.pick(['png', 'jpeg-wide', 'double-jpeg', 'forwarded', 'shifted-grid'] as const);
  const plan = planSaves(pipeline, page, random);
  const saved = await runSaves(plan, page, null, []);
  const [left, top] = plan.crop;
  const sx = saved.width / (page.width - left);
  const sy = saved.height / (page.height - top);
  const own = ofEllipse({ cx: spot.x, cy: spot.y, rx: width / 2, ry: tall / 2, angle: turn });
  const forward = scaling(sx, sy, -left * sx, -top * sy);
  const map = after(forward, own);
  const seen = seenBox(design.shape === 'square' ? 'square' : 'round', own, forward, page, saved);
  const { title, subtitle, centreText, code, taxNumber } = made.spec.words;
  return {
    file: saved.file,
    extension: saved.extension,
    width: saved.width,
    height: saved.height,
    seal: {
      box: seen?.box ?? { x: 0, y: 0, width: saved.width, height: saved.height },
      ellipse: unitCircleThrough(map),
      turn: turnOf(map),
      seen: seen?.seen ?? 1,
      design,
      shape: design.shape,
      colour: family,
      title,
      subtitle,
      centre: design.centre,
      centreText,
      code,
      taxNumber,
      origin: made.origin,
      maker: made.maker,
      imprint: made.imprint,
      template: made.template,
      conditions: ['plain'],
    },
    changes: { recoloured, covered, width },
  };
}

/** Something lies over a fifth to a third of it: another paper's edge, or a block of print. */
function cover(page: Picture, { x, y }: { x: number; y: number }, width: number, random: Random): void {
  const angle = random.between(0, 2 * Math.PI);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const from = width * random.between(0.2, 0.34);
  const shade = random.chance(0.7) ? random.integer(225, 252) : random.integer(20, 60);
  for (let v = 0; v < page.height; v++) {
    for (let u = 0; u < page.width; u++) {
      if ((u - x) * cos + (v - y) * sin < from) continue;
      page.rgb.fill(shade, (v * page.width + u) * 3, (v * page.width + u) * 3 + 3);
    }
  }
}
