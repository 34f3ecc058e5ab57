import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeImprintSet, makeSealPage } from '@jianzhen/simulate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jianzhen } from './run.ts';

let folder: string;
const file = (name: string) => join(folder, name);
/** A machine that runs other tests beside. */
const PATIENCE = 120_000;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianzhen-seal-'));
  const sealed = { faces: 'tuning', seals: 1, capture: 'scan', maker: 'tool' } as const;
  const page = await makeSealPage({ seed: 'detector', ...sealed });
  await writeFile(file('sealed.jpg'), page.file);
  const blank = sharp({ create: { width: 400, height: 300, channels: 3, background: '#f4f1ea' } });
  await writeFile(file('blank.png'), await blank.png().toBuffer());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('jianzhen seal', () => {
  it(
    'prints a line a page with its seals, writes their pictures, and exits with 3 for what cannot be read',
    async () => {
      const inputs = [file('sealed.jpg'), file('missing.jpg'), file('blank.png')];
      const ran = await jianzhen(['seal', ...inputs, '--json', '--crops', file('crops')]);
      expect(ran.status).toBe(3);
      const [sealed, missing, blank] = ran.lines();
      expect(sealed).toMatchObject({ file: inputs[0], page: 1, pages: 1 });
      const [seal] = sealed!.seals as Record<string, unknown>[];
      expect(seal).toMatchObject({
        region: { x: expect.any(Number) },
        ellipse: { cx: expect.any(Number), angle: expect.any(Number) },
        fingerprint: expect.any(String),
        reasons: expect.any(Array),
      });
      for (const [field, among] of [
        ['shape', ['circle', 'ellipse', 'square']],
        ['centre', ['star', 'emblem', 'text', 'none']],
        ['origin', ['ink', 'pasted', 'esign', 'unknown']],
      ] as const)
        expect(among).toContain(seal![field]);
      expect((await sharp(seal!.crop as string).metadata()).width).toBeGreaterThan(60);
      expect(missing).toMatchObject({ file: inputs[1], error: { code: 'cli.file-missing' } });
      expect(blank).toMatchObject({ file: inputs[2], seals: [] });
    },
    PATIENCE,
  );

  it(
    'compares: a seal is its own imprint and drawing; where there is none it says so',
    async () => {
      const pair = [file('sealed.jpg'), file('sealed.jpg'), '--json', '--picture', file('over.png')];
      const same = await jianzhen(['seal', 'compare', ...pair]);
      expect(same.status).toBe(0);
      const [line] = same.lines() as unknown as { sameImprint: number; sameTemplate: number }[];
      expect(line!.sameImprint).toBeGreaterThan(0.9);
      expect(line!.sameTemplate).toBeGreaterThanOrEqual(line!.sameImprint);
      expect(line).toMatchObject({ picture: file('over.png'), wordsDiffer: null });
      const { data, info } = await sharp(file('over.png')).raw().toBuffer({ resolveWithObject: true });
      const inked = { both: 0, other: 0 };
      for (let at = 0; at < data.length; at += info.channels) {
        const [red, green, blue] = [data[at]!, data[at + 1]!, data[at + 2]!];
        if (red === 255 && green === 255 && blue === 255) continue;
        inked[red === green && green === blue ? 'both' : 'other']++;
      }
      expect(inked.both).toBeGreaterThan(5000);
      expect(inked.other).toBeLessThan(0.02 * inked.both);
      const none = await jianzhen(['seal', 'compare', file('sealed.jpg'), file('blank.png'), '--json']);
      expect(none.status).toBe(3);
      expect(none.lines()[0]).toMatchObject({ error: { code: 'cli.no-seal' } });
    },
    PATIENCE,
  );

  it(
    'says of two seals of one drawing that their words differ',
    async () => {
      const twins: string[] = [];
      const set = { seed: 'a', faces: 'tuning', imprints: 2, perImprint: 1, twins: 'near' } as const;
      for await (const crop of makeImprintSet(set)) {
        twins.push(file(`twin-${twins.length}.${crop.extension}`));
        await writeFile(twins.at(-1)!, crop.file);
      }
      const told = await jianzhen(['seal', 'compare', ...twins, '--json']);
      const [line] = told.lines() as unknown as { sameImprint: number; sameTemplate: number }[];
      expect(line).toMatchObject({ wordsDiffer: 'surely' });
      expect(line!.sameImprint).toBeLessThan(0.01);
      expect(line!.sameTemplate).toBeGreaterThan(0.9);
      const table = await jianzhen(['seal', 'compare', ...twins]);
      expect(table.out).toContain('读出的文字不同');
    },
    PATIENCE,
  );
});
