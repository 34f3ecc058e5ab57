import { createRequire } from 'node:module';
import { describe, expect, it, vi } from 'vitest';
import { squareInput, turned } from '../src/faces/pixels.ts';
import { comparePortraits, describeFace, findFaces, openFaces } from '../src/index.ts';
import { FACE_MEAN, LANDMARK_EDGE } from '../src/networks/landmarks.ts';
import { drawnFace, ONE, OTHER } from './support/drawn-face.ts';

const folder = process.env.JIANZHEN_FACE_MODELS;
const installed = (() => {
  try {
    return createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json') !== '';
  } catch {
    return false;
  }
})();
const there = folder !== undefined || installed;

/** No person's picture is in the repository: faces are drawn, and figures on photographs are those published. */
describe.skipIf(!there)(
  'the face model of @vladmandic/face-api (skipped where the optional package is not installed and JIANZHEN_FACE_MODELS names no folder)',
  () => {
    vi.setConfig({ testTimeout: 120_000 });
    const networks = openFaces(folder ? { folder } : {});

    it('gives the numbers that face-api itself gives', async () => {
      const { landmarks, descriptor, finder } = await networks;
      const picture = (edge: number) => ({
        width: edge,
        height: edge,
        rgb: Uint8Array.from({ length: edge * edge * 3 }, (_, i) => (i * 7919) % 256),
      });
      const first = async (network: typeof finder, edge: number, mean: readonly [number, number, number]) =>
        [...(await network(squareInput(picture(edge), edge, mean, 'middle')))].slice(0, 3);
      // Printed by face-api 1.7.15 on TensorFlow.js 4.22, backend `cpu`, for the same pictures.
      const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 4));
      expect(await first(landmarks, LANDMARK_EDGE, FACE_MEAN)).toEqual(close([0.385069, 0.503285, 0.515086]));
      expect(await first(descriptor, 150, FACE_MEAN)).toEqual(close([-0.019178, 0.119926, 0.032533]));
    });

    it('finds a drawn face where it is, upright or turned, and none on a blank page', async () => {
      const upright = drawnFace(ONE);
      const { turn, faces } = await findFaces(upright, await networks);
      expect([turn, faces.length]).toEqual([0, 1]);
      const { x, y, width, height } = faces[0]!.region;
      expect(x + width / 2).toBeGreaterThan(90);
      expect(x + width / 2).toBeLessThan(150);
      expect(y + height / 2).toBeGreaterThan(110);
      expect(y + height / 2).toBeLessThan(210);
      const sideways = await findFaces(turned(upright, 1), await networks);
      expect([sideways.turn, sideways.faces.length]).toEqual([3, 1]);
      const blank = { width: 300, height: 200, rgb: new Uint8Array(180_000).fill(240) };
      await expect(describeFace(blank, 'card', await networks)).rejects.toMatchObject({
        code: 'portrait.no-face',
      });
    });

    it('finds the portrait at the right of a card on a page', async () => {
      const card = drawnFace(ONE, { width: 640, height: 400, share: 0.18, x: 0.8, y: 0.42 });
      const { region } = await describeFace(card, 'card', await networks);
      expect(region.x + region.width / 2).toBeGreaterThan(450);
      const same = await comparePortraits(card, drawnFace(ONE), await networks);
      const other = await comparePortraits(card, drawnFace(OTHER), await networks);
      expect(same.verdict).toBe('same');
      expect(same.distance).toBeLessThan(other.distance);
    });
  },
);
