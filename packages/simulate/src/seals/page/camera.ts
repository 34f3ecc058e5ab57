import { drain, pipe } from '../../codec.ts';
import { expose } from '../../forge/exposure.ts';
import { type Box, cut, type Picture } from '../../picture.ts';
import type { Random } from '../../random.ts';
import { warp } from '../../vouchers/capture.ts';
import { type Homography, inverse, type Point, squareToQuad } from '../../vouchers/homography.ts';
import { after, IDENTITY, scaling } from './geometry.ts';

/**
 * `png`: the page as a program exported it; `scan`; `phone`: photographed from above; `tilted`: photographed at an angle; `closeup`: a
 * photograph of one seal and what is around it; `chat`: photographed, then sent on; `copy`: a grey copy, scanned.
 */
export const SEAL_CAPTURES = ['png', 'scan', 'phone', 'tilted', 'closeup', 'chat', 'copy'] as const;
export type SealCapture = (typeof SEAL_CAPTURES)[number];

export interface Taken {
  readonly picture: Picture;
  /** Page pixels to the picture's. */
  readonly forward: Homography;
}

const DESKS = [
  [92, 72, 56],
  [196, 190, 182],
  [58, 62, 70],
  [142, 88, 58],
  [120, 128, 134],
] as const;

/** The page as a device took it, before any save. `about`: what a close-up shows. */
export async function takePicture(
  page: Picture,
  capture: SealCapture,
  about: Box | null,
  random: Random,
): Promise<Taken> {
  if (capture === 'png') return { picture: page, forward: IDENTITY };
  const scanner = capture === 'scan' || capture === 'copy';
  let view: Picture = page;
  let forward = IDENTITY;
  if (capture === 'closeup' && about) {
    const enlarged = random.between(0.8, 1.9);
    const part = cut(page, about);
    const [width, height] = [Math.round(about.width * enlarged), Math.round(about.height * enlarged)];
    view = await drain(pipe(part).resize(width, height, { fit: 'fill', kernel: 'cubic' }));
    forward = scaling(
      width / about.width,
      height / about.height,
      (-about.x * width) / about.width,
      (-about.y * height) / about.height,
    );
  }
  const { width, height } = view;
  const corners = drawCorners(capture, view, random);
  const toQuad = squareToQuad(corners);
  const desk = scanner ? ([236, 237, 239] as const) : random.pick(DESKS);
  let picture = warp(view, inverse(toQuad), desk);
  forward = after(after(toQuad, scaling(1 / width, 1 / height)), forward);
  picture = await drain(
    pipe(picture).blur(
      scanner ? random.between(0.3, 0.5) : random.between(0.4, capture === 'closeup' ? 1.1 : 0.85),
    ),
  );
  expose(picture, scanner ? 'scanner' : 'phone', random);
  return { picture: capture === 'copy' ? greyed(picture, random) : picture, forward };
}

/** Where the page's corners come to lie, clockwise from the upper left. */
function drawCorners(
  capture: SealCapture,
  { width, height }: Picture,
  random: Random,
): [Point, Point, Point, Point] {
  const scanner = capture === 'scan' || capture === 'copy';
  const lean = scanner ? 0.002 : capture === 'tilted' ? 0.1 : capture === 'closeup' ? 0.05 : 0.012;
  const zoom = scanner
    ? 0.992
    : capture === 'tilted'
      ? random.between(0.8, 0.94)
      : capture === 'closeup'
        ? 1.12
        : 0.95;
  const turn =
    capture === 'closeup'
      ? random.between(-0.5, 0.5) * (random.chance(0.5) ? 1 : 0.2)
      : random.normal() * (scanner ? 0.005 : capture === 'tilted' ? 0.1 : 0.012);
  const [cos, sin] = [Math.cos(turn) * zoom, Math.sin(turn) * zoom];
  // A camera that leans sees one side longer; the rest is the hand's.
  const [pitch, roll] = [random.normal() * lean, random.normal() * lean];
  const corner = (u: number, v: number): Point => {
    const near = 1 + pitch * v * 2 + roll * u * 2;
    const x = u * width * near * (1 + random.normal() * lean * 0.2);
    const y = v * height * near * (1 - Math.abs(pitch)) * (1 + random.normal() * lean * 0.2);
    return [x * cos - y * sin + width / 2, x * sin + y * cos + height / 2];
  };
  return [corner(-0.5, -0.5), corner(0.5, -0.5), corner(0.5, 0.5), corner(-0.5, 0.5)];
}

/** A copier's grey: red comes out mid-grey, contrast is steep. */
function greyed({ width, height, rgb }: Picture, random: Random): Picture {
  const [r, g] = [random.between(0.2, 0.35), random.between(0.5, 0.65)];
  const steep = random.between(1, 1.5);
  const out = new Uint8Array(rgb.length);
  for (let i = 0; i < rgb.length; i += 3) {
    const light = r * rgb[i]! + g * rgb[i + 1]! + (1 - r - g) * rgb[i + 2]!;
    out.fill(Math.max(0, Math.min(255, Math.round((light - 200) * steep + 205))), i, i + 3);
  }
  return { width, height, rgb: out };
}
