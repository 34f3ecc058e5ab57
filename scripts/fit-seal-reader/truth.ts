// Where a simulated seal truly bears what, in the reader's terms: what the reader lays out elsewhere would be labelled with what is not on the strip.
import { layOutAt, type RoundLayout, ringPoint, type UnrolledSeal } from '@jianzhen/detector-seal';
import type { Ellipse } from '@jianzhen/evidence';
import type { Random, SealTruth } from '@jianzhen/simulate';

type Line = RoundLayout['lines'][number];

/** Shares of a character's height by which what is found may miss it. */
const MISSED = { into: 0.25, beyond: 0.5 } as const;
/** Turns by which the top may be missed. */
const ASTRAY = 0.02;
/** How far true places are moved about, in shares of a character's height. */
const MOVED = 0.06;
/** Width of a digit in shares of its font's size, about. */
const DIGIT = 0.56;

/** A line and what it says. */
export interface KnownLine {
  readonly line: Line;
  readonly text: string;
}

export interface KnownLayout {
  readonly layout: RoundLayout;
  readonly lines: readonly KnownLine[];
}

/** Where a ring truly bears its title and its code, in the reader's terms. */
export interface RingTruth {
  /** Turns of the plane's edge, clockwise. */
  readonly up: number;
  readonly band: RoundLayout['band'];
  readonly title: RoundLayout['title'];
  /** Turns from the bottom to the outermost digits' outer sides, and depths of the digits' feet and tops; null without a code. */
  readonly code: { readonly half: number; readonly outer: number; readonly inner: number } | null;
}

/** The seal's truth in a plane; null where the plane is not told at all. */
export function ringTruth({ plane }: Pick<UnrolledSeal, 'plane'>, seal: SealTruth): RingTruth | null {
  const { design } = seal;
  const isCircle = plane.a === plane.b;
  if (isCircle === (design.shape === 'ellipse')) return null;
  const up = turnInPlane(plane, seal.turn);
  const unit = unitOf(seal);
  const { size, spread, pitch, inset } = design.title;
  const letters = [...seal.title].length;
  const along = plane.length - 2 * Math.PI * (inset + size / 2) * unit;
  const share = Math.min(spread, ((letters - 1) * pitch * size * unit) / along);
  const step = letters > 1 ? share / (letters - 1) : 0;
  const wide = Math.min(letters > 1 ? 0.94 * step : 1, (size * unit) / along);
  const half = (share + wide) / 2;
  return {
    up,
    band: { top: inset * unit, bottom: (inset + size) * unit },
    title: { from: up - half, to: up + half },
    code: seal.code === null ? null : codeTruth(plane, design.code, unit),
  };
}

/** Turns at which a ring's edge is told, one and all half way into their part of it. */
export const EDGE_PLACES = 45;
/** Depths between which the edge is looked for. */
const EDGE_REACH = 0.3;

/** Depths in the plane at which the outer edge truly lies, where it was located elsewhere. */
export function edgeTruth({ plane, cut }: Pick<UnrolledSeal, 'plane' | 'cut'>, truth: Ellipse): number[] {
  const [sin, cos] = [Math.sin((truth.angle * Math.PI) / 180), Math.cos((truth.angle * Math.PI) / 180)];
  const { xx, xy, x0, yx, yy, y0 } = plane.toPicture;
  const isWithin = (turn: number, depth: number) => {
    const [u, v] = ringPoint(plane, turn, depth);
    const dx = (xx * u + xy * v + x0) / cut.scale + cut.left - truth.cx;
    const dy = (yx * u + yy * v + y0) / cut.scale + cut.top - truth.cy;
    return Math.hypot((dx * cos + dy * sin) / truth.rx, (dy * cos - dx * sin) / truth.ry) < 1;
  };
  return Array.from({ length: EDGE_PLACES }, (_, k) => {
    let [out, inner] = [-EDGE_REACH, EDGE_REACH];
    for (let step = 0; step < 14; step++) {
      const middle = (out + inner) / 2;
      if (isWithin((k + 0.5) / EDGE_PLACES, middle)) inner = middle;
      else out = middle;
    }
    return Number(((out + inner) / 2).toFixed(4));
  });
}

function codeTruth(
  plane: RoundLayout['plane'],
  { size, spread, inset }: SealTruth['design']['code'],
  unit: number,
) {
  const height = size * unit;
  const [outer, inner] = [inset * unit, inset * unit + height];
  const along = plane.length - Math.PI * (outer + inner);
  return { half: spread / 2 + (0.4 * height) / along, outer, inner };
}

const unitOf = ({ design }: SealTruth): number => (2 * design.width) / Math.min(design.width, design.height);

/** The reader's layout, put right where it cuts a part off or takes in another; null where the seal's plane is not told at all. */
export function knownLayout(found: RoundLayout, seal: SealTruth, random: Random): KnownLayout | null {
  const truth = ringTruth(found, seal);
  if (!truth) return null;
  const upright = { ...found.upright, turn: nearest(found.upright.turn, truth.up), confidence: 1 };
  const turned =
    away(found.upright.turn, truth.up) > ASTRAY ? layOutAt(found, { ...upright, turn: truth.up }) : found;
  const band = knownBand(turned, truth, random);
  const title = knownTitle(turned, truth, random);
  const lines = knownLines(turned, seal, unitOf(seal), random);
  const code = knownCode(turned, truth, random);
  return { layout: { ...turned, band, title, code, lines: lines.map(({ line }) => line) }, lines };
}

/** The turn of the plane's edge that points where the picture's does, in degrees clockwise from straight up. */
function turnInPlane({ toPicture }: RoundLayout['plane'], degrees: number): number {
  const { xx, xy, yx, yy } = toPicture;
  const [px, py] = [Math.sin((degrees * Math.PI) / 180), -Math.cos((degrees * Math.PI) / 180)];
  const determinant = xx * yy - xy * yx;
  const [x, y] = [(px * yy - py * xy) / determinant, (py * xx - px * yx) / determinant];
  return Math.atan2(x, -y) / (2 * Math.PI);
}

const away = (a: number, b: number): number => Math.abs(a - b - Math.round(a - b));
/** The same turn as `to`, next to `from`. */
const nearest = (from: number, to: number): number => to + Math.round(from - to);

const isNear = (found: number, truth: number, height: number, outwards: 1 | -1): boolean => {
  const beyond = outwards * (found - truth);
  return beyond > -MISSED.into * height && beyond < MISSED.beyond * height;
};

const heightOf = ({ band }: RingTruth): number => band.bottom - band.top;

function knownBand({ band }: RoundLayout, truth: RingTruth, random: Random) {
  const height = heightOf(truth);
  const { top, bottom } = truth.band;
  if (isNear(band.top, top, height, -1) && isNear(band.bottom, bottom, height, 1)) return band;
  return { top: top + random.normal() * MOVED * height, bottom: bottom + random.normal() * MOVED * height };
}

function knownTitle({ title, plane, upright }: RoundLayout, truth: RingTruth, random: Random) {
  const height = heightOf(truth) / (plane.length - Math.PI * (truth.band.top + truth.band.bottom));
  const half = (truth.title.to - truth.title.from) / 2;
  const [from, to] = [upright.turn - half, upright.turn + half];
  const shift = Math.round((title.from + title.to) / 2 - upright.turn);
  const [left, right] = [title.from - shift, title.to - shift];
  if (isNear(left, from, height, -1) && isNear(right, to, height, 1)) return title;
  const moved = () => random.normal() * 2 * MOVED * height;
  return { from: from + moved(), to: to + moved() };
}

function knownLines({ lines }: RoundLayout, seal: SealTruth, unit: number, random: Random): KnownLine[] {
  const { design, subtitle, centreText, taxNumber } = seal;
  const digits = (text: string, size: number) => DIGIT * size * text.length;
  const known: { text: string; size: number; y: number; width: number }[] = [];
  if (subtitle) {
    const { size, y, stretch } = design.subtitle;
    known.push({ text: subtitle, size, y, width: [...subtitle].length * size * stretch });
  }
  if (centreText) {
    const size = design.centreSize;
    known.push({ text: centreText, size, y: 0, width: 0.82 * digits(centreText, size) });
  }
  if (taxNumber) {
    const { size, y } = design.taxNumber;
    known.push({ text: taxNumber, size, y, width: Math.min(0.62, digits(taxNumber, size)) });
  }
  return known.map(({ text, size, y, width }) => {
    const numeric = /^[0-9A-Z.]+$/.test(text);
    const height = (numeric ? 0.75 : 1) * size * unit;
    const [middle, half] = [y * unit, (width * unit) / 2];
    const truth = { left: -half, right: half, top: middle - height / 2, bottom: middle + height / 2 };
    const found = lines.find(
      (line) =>
        isNear(line.top, truth.top, height, -1) &&
        isNear(line.bottom, truth.bottom, height, 1) &&
        isNear(line.left, truth.left, numeric ? 2 * height : height, -1) &&
        isNear(line.right, truth.right, numeric ? 2 * height : height, 1),
    );
    const moved = () => random.normal() * MOVED * height;
    const placed = {
      left: truth.left + 2 * moved() - (numeric ? 0.3 * height : 0),
      right: truth.right + 2 * moved() + (numeric ? 0.3 * height : 0),
      top: truth.top + moved(),
      bottom: truth.bottom + moved(),
    };
    return { text, line: found ?? placed };
  });
}

/** Digits along the lower rim, with the room that the reader leaves about them. */
function knownCode({ code, plane, upright }: RoundLayout, truth: RingTruth, random: Random) {
  if (!truth.code) return null;
  const { half, outer, inner } = truth.code;
  const height = inner - outer;
  const along = plane.length - Math.PI * (outer + inner);
  const middle = upright.turn + 0.5;
  if (code) {
    const shift = Math.round((code.from + code.to) / 2 - middle);
    const reach = [code.from - shift - middle, middle - code.to + shift];
    const fits = reach.every((turns) => turns > half && turns < half + (3 * height) / along);
    const deep = code.top - inner > -0.05 * height && code.top - inner < height;
    const high = outer - code.bottom > -0.05 * height && outer - code.bottom < height;
    if (fits && deep && high) return code;
  }
  const margin = (random.between(0.4, 1) * height) / along;
  const room = () => random.between(0.1, 0.4) * height;
  return {
    from: middle + half + margin,
    to: middle - half - margin,
    top: inner + room(),
    bottom: outer - room(),
  };
}
