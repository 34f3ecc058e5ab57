import type { FaceSet } from '../papers/faces.ts';
import type { Random } from '../random.ts';
import { drawSealFaces } from './faces.ts';
import { SEAL_SIZES, type SealKind } from './standards.ts';
import type { SealCentre, SealDesign, SealSpec } from './types.ts';
import { drawWords } from './wording.ts';

/** How often each kind is met on vouchers. */
const SHARES: Readonly<Record<SealKind, number>> = {
  company: 0.36,
  government: 0.14,
  purpose: 0.22,
  invoice: 0.12,
  oval: 0.05,
  name: 0.07,
  square: 0.04,
};

export const drawKind = (random: Random): SealKind => random.weighted(SHARES);

function drawCentre(kind: SealKind, random: Random): SealCentre {
  if (kind === 'company') return random.chance(0.94) ? 'star' : 'none';
  if (kind === 'government') return random.chance(0.6) ? 'emblem' : 'star';
  // Seals of one purpose have no star by the rule; many makers put one there all the same.
  if (kind === 'purpose') return random.chance(0.6) ? 'star' : 'none';
  return 'none';
}

function drawSecurity(random: Random): SealDesign['security'] {
  if (random.chance(0.8)) return { sort: 'none' };
  if (random.chance(0.6))
    return {
      sort: 'cuts',
      angles: Array.from({ length: random.integer(1, 3) }, () => random.between(0, 360)),
    };
  return { sort: 'wave', waves: random.integer(24, 60), height: random.between(0.006, 0.014) };
}

/** A drawing of a seal of this kind, without its words. */
export function drawDesign(kind: SealKind, faces: FaceSet, random: Random): SealDesign {
  const size = SEAL_SIZES[kind];
  const width = random.between(...size.width);
  const height = size.height ? random.between(...size.height) : width;
  const circle = size.shape === 'circle';
  const rim = random.between(0.018, circle ? 0.034 : 0.03);
  const double = random.chance(circle ? 0.22 : 0.3);
  const star = size.star ? (size.star / 2 / width) * random.between(0.86, 1.12) : 0.1;
  const title = random.between(circle ? 0.115 : 0.095, circle ? 0.155 : 0.12);
  return {
    shape: size.shape,
    width,
    height,
    centre: drawCentre(kind, random),
    faces: drawSealFaces(faces, random),
    rim: {
      width: size.shape === 'square' ? random.between(0.03, 0.06) : rim,
      inner: double ? { gap: random.between(0.012, 0.03), width: rim * random.between(0.25, 0.5) } : null,
    },
    title: {
      size: title,
      spread: random.between(0.58, 0.78),
      pitch: random.between(1.15, 1.7),
      inset: rim + (double ? 0.03 : 0) + random.between(0.018, 0.04),
    },
    centreSize: star,
    cutStar: circle && random.chance(0.08),
    subtitle: {
      size: random.between(0.082, 0.11),
      y: circle ? random.between(0.2, 0.29) : random.between(0.17, 0.21),
      stretch: random.between(0.75, 1),
    },
    code: {
      size: random.between(0.034, 0.05),
      spread: random.between(0.15, 0.26),
      inset: rim + random.between(0.012, 0.024) + (double ? 0.03 : 0),
    },
    taxNumber: { size: random.between(0.082, 0.098), y: random.between(-0.01, 0.03) },
    security: drawSecurity(random),
    carved: size.shape === 'square' && random.chance(0.25),
  };
}

/** A seal of any kind, drawn by chance: the kinds as often as vouchers bear them unless one is asked for. */
export function drawSpec(
  faces: FaceSet,
  random: Random,
  kind: SealKind = drawKind(random),
): SealSpec & { readonly kind: SealKind } {
  const design = drawDesign(kind, faces, random);
  const words = drawWords(kind, faces, random);
  return { kind, design: words.centreText ? { ...design, centre: 'text' } : design, words };
}

/**
 * How far what is drawn after an imprint goes its own way, 0–1: whoever measures carefully comes near, but has neither the file nor the die. With the
 * same face and hardly another size it would be the same picture, which nobody could tell from it.
 */
const STRAYING = { sameFace: [0.5, 0.9], otherFace: [0.15, 0.8] } as const;

/**
 * Another drawing of a seal, after its imprint and in whatever faces are at hand: its sizes lie between the first's and those of a design of the
 * same kind; what a glance tells (shape, centre, a second rim) is the same.
 */
export function redraw(
  { kind, design: like }: SealSpec & { readonly kind: SealKind },
  faces: FaceSet,
  random: Random,
): SealDesign {
  const own = drawDesign(kind, faces, random);
  const [least, most] = STRAYING[own.faces.title === like.faces.title ? 'sameFace' : 'otherFace'];
  const share = random.between(least, most);
  const between = (first: number, second: number) => first + share * (second - first);
  const mixed = <T extends Readonly<Record<string, number>>>(first: T, second: T): T =>
    Object.fromEntries(Object.entries(first).map(([key, value]) => [key, between(value, second[key]!)])) as T;
  const inner = like.rim.inner && {
    ...like.rim.inner,
    ...(own.rim.inner && mixed(like.rim.inner, own.rim.inner)),
  };
  return {
    ...like,
    width: between(like.width, own.width),
    height: between(like.height, own.height),
    faces: own.faces,
    rim: { width: between(like.rim.width, own.rim.width), inner },
    title: mixed(like.title, own.title),
    centreSize: like.centre === 'text' ? like.centreSize : between(like.centreSize, own.centreSize),
    subtitle: mixed(like.subtitle, own.subtitle),
    code: mixed(like.code, own.code),
    taxNumber: mixed(like.taxNumber, own.taxNumber),
    security: own.security,
  };
}
