import { createHash } from 'node:crypto';
import type { Colour, Picture } from '../../picture.ts';
import { createRandom, type Random, type Seed } from '../../random.ts';
import { drawColour, type InkColour } from '../colours.ts';
import { drawSeal } from '../draw/seal.ts';
import { smooth } from '../fields.ts';
import { lay } from '../lay.ts';
import type { Coverage, SealMaker, SealOrigin, SealSpec } from '../types.ts';
import { cutOut, layCutout } from './cutout.ts';
import { drawPressing, pressDie } from './stamp.ts';
import { applyTool, drawToolOptions } from './tool.ts';

const ORIGINS: Readonly<Record<SealMaker, SealOrigin>> = {
  stamp: 'ink',
  tool: 'pasted',
  cutout: 'pasted',
  esign: 'esign',
};
/** Pixels a millimetre at which programs keep their seals. */
const KEPT = 11;

/** Where a seal is put: its centre in pixels, degrees clockwise, pixels a millimetre of the page. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly turn: number;
  readonly mm: number;
}

/** A seal ready to be put on pages; a picture of a seal is the same on all of them, a die takes anew every time. */
export interface MadeSeal {
  readonly spec: SealSpec;
  readonly maker: SealMaker;
  readonly origin: SealOrigin;
  readonly colour: InkColour;
  readonly faint: boolean;
  readonly imprint: string;
  readonly template: string;
  put(page: Picture, spot: Spot, random: Random, recoloured?: Colour): void;
}

export interface MakeRequest {
  readonly spec: SealSpec;
  readonly maker: SealMaker;
  readonly colour: InkColour;
  readonly faint: boolean;
  /** Seeds what the maker draws by chance. */
  readonly seed: Seed;
  /** Seeds a program's options and masks, which belong to a template; `seed` where not given. */
  readonly preset?: Seed;
}

/** Of what makes two seals the same. */
export const name = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

export async function makeSeal(request: MakeRequest): Promise<MadeSeal> {
  const { spec, maker, colour, faint, seed, preset = seed } = request;
  const random = createRandom('made seal', seed);
  const options = drawToolOptions(createRandom('tool', preset), faint);
  const kept = maker === 'tool' ? { preset: options.mask } : {};
  const base = {
    spec,
    maker,
    origin: ORIGINS[maker],
    colour,
    faint,
    // One die or one picture; the picture's effects belong to it.
    imprint: name([spec, kept]),
    template: name([spec.design, kept]),
  };
  const own = drawColour(colour, maker, random);
  if (maker === 'stamp')
    return {
      ...base,
      put(page, { x, y, turn, mm }, chance, recoloured = own) {
        // Twice the page's resolution: ink frays finer than its pixels.
        const pressing = drawPressing(chance, faint);
        const ink = pressDie(drawSeal(spec, spec.design.width * mm * 2), pressing, mm * 2, chance);
        const { thickness: strength, blend } = pressing;
        lay(page, ink, { x, y, turn, scale: 2, colour: recoloured, strength, blend });
      },
    };
  if (maker === 'cutout') {
    const resolution = random.between(4, 9);
    const cut = await cutOut(drawSeal(spec, spec.design.width * resolution), own, resolution, random);
    const darken = random.chance(0.3);
    return {
      ...base,
      put: (page, { mm, ...spot }) => layCutout(page, cut, { ...spot, scale: resolution / mm, darken }),
    };
  }
  const drawn = drawSeal(spec, spec.design.width * KEPT);
  const picture = maker === 'tool' ? applyTool(drawn, options) : drawn;
  const blend =
    maker === 'tool' ? options.blend : ({ mode: random.chance(0.6) ? 'multiply' : 'alpha' } as const);
  const strength = maker === 'tool' ? options.opacity : faint ? 0.4 : random.chance(0.7) ? 1 : 0.8;
  return {
    ...base,
    put(page, { x, y, turn, mm }, _, recoloured = own) {
      const scale = KEPT / mm;
      lay(page, shrinkable(picture, scale), { x, y, turn, scale, colour: recoloured, strength, blend });
    },
  };
}

/** Smoothed where four samples a pixel would miss some of it. */
const shrinkable = (picture: Coverage, scale: number): Coverage =>
  scale <= 2 ? picture : { ...picture, values: smooth(picture, scale * 0.28) };
