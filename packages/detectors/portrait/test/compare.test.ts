import type { RgbImage } from '@jianzhen/raster';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCells, distinct, overlap } from '../src/faces/boxes.ts';
import { boxAround } from '../src/faces/landmarks.ts';
import { crop, squareInput, turned, within } from '../src/faces/pixels.ts';
import { sharpness } from '../src/faces/quality.ts';
import {
  compareFaces,
  comparePortraits,
  describeFace,
  distanceOf,
  type Face,
  type FaceNetworks,
  openFaces,
  samePerson,
} from '../src/index.ts';
import { drawnFace, ONE } from './support/drawn-face.ts';

const face = (...values: number[]): Face => ({
  region: { x: 0, y: 0, width: 90, height: 110 },
  ...{ score: 0.9, turn: 0, sharpness: 0.1 },
  descriptor: Float32Array.from(values),
});

/** Networks that see faces where they are told, in shares of every picture; descriptors are all alike. */
const seeing = (...boxes: readonly [x: number, y: number, width: number][]): FaceNetworks => ({
  finder: async () => {
    const cells = new Float32Array(25 * 169).fill(-20);
    for (const [x, y, width] of boxes) {
      const cell = Math.floor(y * 13) * 13 + Math.floor(x * 13);
      const inverse = (share: number) => Math.log(share / (1 - share));
      const fraction = (value: number) =>
        Math.min(0.999, Math.max(0.001, value * 13 - Math.floor(value * 13)));
      cells[cell] = inverse(fraction(x));
      cells[169 + cell] = inverse(fraction(y));
      cells[2 * 169 + cell] = Math.log((width * 13) / 1.603231);
      cells[3 * 169 + cell] = Math.log((width * 13) / 2.094468);
      cells[4 * 169 + cell] = 5;
    }
    return cells;
  },
  landmarks: async () => Float32Array.from({ length: 136 }, (_, i) => (i < 4 ? 0.1 + 0.2 * i : 0.5)),
  descriptor: async () => new Float32Array(128).fill(0.1),
});
const grey = (width: number, height: number) => ({
  width,
  height,
  rgb: new Uint8Array(width * height * 3).fill(128),
});
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no error',
    (error: { code?: string }) => error.code ?? String(error),
  );

describe('the distance of two faces', () => {
  it('is a metric', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(...Array(3).fill(fc.float({ min: -1, max: 1, noNaN: true }))), {
          minLength: 4,
          maxLength: 4,
        }),
        (rows) => {
          const [a, b, c] = [0, 1, 2].map((k) => Float32Array.from(rows.map((row) => row[k] as number))) as [
            Float32Array,
            Float32Array,
            Float32Array,
          ];
          expect(distanceOf(a, a)).toBe(0);
          expect(distanceOf(a, b)).toBeCloseTo(distanceOf(b, a));
          expect(distanceOf(a, c)).toBeLessThanOrEqual(distanceOf(a, b) + distanceOf(b, c) + 1e-6);
        },
      ),
    ));

  it('becomes a probability that falls, is a half at the threshold, and is never certain', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (a, b) => {
          const [near, far] = [Math.min(a, b), Math.max(a, b)];
          expect(samePerson(near, 0.6)).toBeGreaterThanOrEqual(samePerson(far, 0.6));
          expect(samePerson(a, 0.6)).toBeGreaterThan(0);
          expect(samePerson(a, 0.6)).toBeLessThan(1);
        },
      ),
    );
    expect(samePerson(0.6, 0.6)).toBeCloseTo(0.5);
  });

  it('is judged by the threshold that is set, and said in both languages; descriptors stay inside', () => {
    const near = compareFaces(face(0, 0), face(0.3, 0.4));
    expect(near).toMatchObject({ distance: expect.closeTo(0.5), threshold: 0.6, verdict: 'same' });
    const strict = compareFaces(face(0, 0), face(0.3, 0.4), 0.45);
    expect(strict.verdict).toBe('different');
    expect(strict.reasons.map((reason) => reason.code)).toEqual(['portrait.far', 'portrait.advice-only']);
    expect(compareFaces(face(0), face(0.58)).reasons.map((reason) => reason.code)).toContain(
      'portrait.borderline',
    );
    expect(strict.reasons.every(({ message }) => message.zh !== '' && message.en !== '')).toBe(true);
    expect(JSON.stringify(near)).not.toContain('descriptor');
    expect(() => distanceOf(Float32Array.of(1), Float32Array.of(1, 2))).toThrow(RangeError);
  });
});

describe('what cannot be compared is refused with a code', () => {
  const sharp = drawnFace(ONE, { width: 300, height: 300 });
  it.each([
    ['portrait.no-face', sharp, seeing()],
    ['portrait.several-faces', sharp, seeing([0.2, 0.5, 0.3], [0.8, 0.5, 0.28])],
    ['portrait.too-small', sharp, seeing([0.5, 0.5, 0.1])],
    ['portrait.too-blurred', grey(300, 300), seeing([0.5, 0.5, 0.5])],
  ])('%s', async (expected, picture, networks) => {
    expect(await code(describeFace(picture, 'card', networks))).toBe(expected);
  });

  it('but the faint copy of a card’s portrait, or somebody far behind, does no harm', async () => {
    const networks = seeing([0.3, 0.5, 0.5], [0.85, 0.8, 0.15]);
    expect((await describeFace(sharp, 'selfie', networks)).region.width).toBeGreaterThan(100);
    expect(await comparePortraits(sharp, sharp, networks)).toMatchObject({ distance: 0, verdict: 'same' });
  });

  it('and so is a model that is not there', async () => {
    expect(await code(openFaces({ folder: '/nowhere/at/all' }))).toBe('portrait.not-installed');
  });
});

describe('pixels', () => {
  const picture = fc
    .record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 9 }) })
    .map(({ width, height }) => ({
      width,
      height,
      rgb: Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * 37) % 256),
    }));
  it('four quarter turns give the picture again, two halves, too', () =>
    fc.assert(
      fc.property(picture, (image) => {
        const four = [1, 1, 1, 1].reduce<RgbImage>((now) => turned(now, 1), image);
        expect(four).toEqual(image);
        expect(turned(turned(image, 1), 1)).toEqual(turned(image, 2));
        expect(turned(turned(image, 3), 1)).toEqual(image);
      }),
    ));

  it('a box is cut to what lies within the picture', () =>
    fc.assert(
      fc.property(
        picture,
        fc.record({
          x: fc.integer({ min: -20, max: 20 }),
          y: fc.integer({ min: -20, max: 20 }),
          width: fc.integer({ min: 0, max: 30 }),
          height: fc.integer({ min: 0, max: 30 }),
        }),
        (image, box) => {
          const inside = within(image, box);
          if (!inside) return;
          expect(inside.x + inside.width).toBeLessThanOrEqual(image.width);
          expect(inside.y + inside.height).toBeLessThanOrEqual(image.height);
          expect(crop(image, inside).rgb).toHaveLength(inside.width * inside.height * 3);
          expect(squareInput(crop(image, inside), 8, [1, 2, 3], 'middle')).toHaveLength(192);
        },
      ),
    ));

  it('overlapping boxes are one face, the surest', () => {
    const at = (x: number, score: number) => ({ score, region: { x, y: 0, width: 10, height: 10 } });
    expect(distinct([at(0, 0.6), at(1, 0.9), at(40, 0.7)]).map(({ score }) => score)).toEqual([0.9, 0.7]);
    expect(overlap(at(0, 1).region, at(20, 1).region)).toBe(0);
    expect(decodeCells(new Float32Array(25 * 169).fill(-20), 13)).toEqual([]);
    expect(
      boxAround([
        { x: 0, y: 0 },
        { x: 10, y: 20 },
      ]),
    ).toEqual({ x: -1, y: -2, width: 12, height: 24 });
  });

  it('sharpness falls with blur and knows flat pictures', () => {
    const drawn = drawnFace(ONE, { width: 120, height: 120 });
    expect(sharpness(grey(50, 50))).toBe(0);
    expect(sharpness(drawn)).toBeGreaterThan(0.006);
  });
});
