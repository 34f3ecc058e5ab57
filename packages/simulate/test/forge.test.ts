import { describe, expect, it } from 'vitest';
import { decode } from '../src/codec.ts';
import { alteredMask, share } from '../src/forge/altered.ts';
import { EDITS, readSheet } from '../src/forge/operations/index.ts';
import {
  ALL_OPERATIONS,
  ALL_PIPELINES,
  forgeSample,
  HELD_OUT_OPERATIONS,
  IN_PLACE_OPERATIONS,
  makeDocumentSet,
  OPERATIONS,
} from '../src/index.ts';
import { area, copyOf } from '../src/picture.ts';
import { createRandom } from '../src/random.ts';
import { drawPage } from './page.ts';

const page = drawPage('forge');
const other = drawPage('donor');
const donor = { bytes: other.bytes, lines: other.lines, name: 'donor' };
const everyOperation = [...ALL_OPERATIONS, ...IN_PLACE_OPERATIONS, ...HELD_OUT_OPERATIONS];
const base = { sourceBytes: page.bytes, boxes: page.lines, donor, seed: 'test' };

describe('forgeSample', () => {
  it.each(everyOperation)('%s alters 0.2–4% of the page (a seal up to 6%) and marks it', async (op) => {
    const sample = await forgeSample({ ...base, op, pipeline: 'png' });
    const mask = await decode(sample.mask!);
    let marked = 0;
    for (let i = 0; i < mask.rgb.length; i += 3) if (mask.rgb[i]! >= 128) marked++;
    expect(mask.width).toBe(sample.width);
    expect(marked / (mask.width * mask.height)).toBeGreaterThanOrEqual(0.002);
    expect(marked / (mask.width * mask.height)).toBeLessThanOrEqual(op === 'seal-paste' ? 0.06 : 0.04);
    expect(sample.regions.length).toBeGreaterThanOrEqual(1);
    if ((OPERATIONS as readonly string[]).includes(op)) expect(sample.regions.length).toBeLessThanOrEqual(3);
  });

  it.each(everyOperation)('%s leaves every pixel outside its mask as the twin has it', async (op) => {
    const twin = await decode((await forgeSample({ ...base, op: 'none', pipeline: 'png' })).file);
    const forged = await forgeSample({ ...base, op, pipeline: 'png' });
    const picture = await decode(forged.file);
    const mask = await decode(forged.mask!);
    let outside = 0;
    let inside = 0;
    for (let i = 0; i < picture.rgb.length; i += 3) {
      const change = Math.max(...[0, 1, 2].map((c) => Math.abs(picture.rgb[i + c]! - twin.rgb[i + c]!)));
      if (change >= 3 && mask.rgb[i] === 0) outside++;
      if (change >= 3 && mask.rgb[i] === 255) inside++;
    }
    expect(outside).toBe(0);
    expect(inside).toBeGreaterThan(500);
  });

  it.each(ALL_PIPELINES)(
    '%s gives the same bytes for the same seed, and a mask of the file’s size',
    async (pipeline) => {
      const [first, second] = await Promise.all(
        [1, 2].map(() => forgeSample({ ...base, op: 'retype', pipeline })),
      );
      expect(Buffer.compare(Buffer.from(first!.file), Buffer.from(second!.file))).toBe(0);
      expect(Buffer.compare(Buffer.from(first!.mask!), Buffer.from(second!.mask!))).toBe(0);
      const file = await decode(first!.file);
      const mask = await decode(first!.mask!);
      expect([mask.width, mask.height]).toEqual([file.width, file.height]);
      expect(first!.extension).toBe(pipeline.includes('png') ? 'png' : 'jpg');
    },
  );

  it.each(everyOperation.slice(OPERATIONS.length))('%s is the same for the same seed', async (op) => {
    const [first, second] = await Promise.all(
      [1, 2].map(() => forgeSample({ ...base, op, pipeline: 'crop', hardShare: 1 })),
    );
    expect(Buffer.compare(Buffer.from(first!.file), Buffer.from(second!.file))).toBe(0);
    expect(Buffer.compare(Buffer.from(first!.mask!), Buffer.from(second!.mask!))).toBe(0);
    expect(first!.parameters.hard).toBe(second!.parameters.hard);
  });

  it('gives other pages for other seeds', async () => {
    const [first, second] = await Promise.all(
      ['a', 'b'].map((seed) => forgeSample({ ...base, seed, op: 'erase', pipeline: 'jpeg' })),
    );
    expect(Buffer.from(first!.file).equals(Buffer.from(second!.file))).toBe(false);
  });

  it('moves the mask with the pixels when the grid is shifted', async () => {
    const [twin, forged] = await Promise.all(
      (['none', 'retype'] as const).map((op) => forgeSample({ ...base, op, pipeline: 'shifted-grid' })),
    );
    const [a, b, mask] = await Promise.all([twin!.file, forged!.file, forged!.mask!].map(decode));
    const sums = { in: 0, inCount: 0, out: 0, outCount: 0 };
    for (let i = 0; i < a!.rgb.length; i += 3) {
      const change = Math.abs(a!.rgb[i]! - b!.rgb[i]!);
      if (mask!.rgb[i]! >= 128) {
        sums.in += change;
        sums.inCount++;
      } else {
        sums.out += change;
        sums.outCount++;
      }
    }
    expect(sums.in / sums.inCount).toBeGreaterThan(40 * (sums.out / sums.outCount));
  });

  it('refuses a splice without a donor, and a page without text', async () => {
    const { donor: _, ...alone } = base;
    await expect(forgeSample({ ...alone, op: 'splice', pipeline: 'jpeg' })).rejects.toMatchObject({
      code: 'simulate.donor-missing',
    });
    const blank = drawPage('blank', 600, 70);
    await expect(
      forgeSample({ sourceBytes: blank.bytes, op: 'erase', pipeline: 'jpeg', seed: 1 }),
    ).rejects.toMatchObject({ code: 'simulate.no-place' });
  });
});

describe('makeDocumentSet', () => {
  it.each(HELD_OUT_OPERATIONS)('keeps %s out of what models learn from', async (op) => {
    const options = {
      data: '',
      families: ['vouchers'] as const,
      out: '/nowhere',
      seed: 1,
      ops: ['erase', op] as const,
    };
    for (const split of ['train', 'validation'] as const) {
      await expect(makeDocumentSet({ ...options, split })).rejects.toMatchObject({
        code: 'simulate.held-out',
      });
    }
  });
});

describe('edits', () => {
  it('find their places on a page whose lines nobody has labelled', async () => {
    const picture = await decode(page.bytes);
    const sheet = readSheet(picture, { lines: null });
    const found = sheet.units.filter((unit) => unit.kind === 'line');
    expect(found.length).toBeGreaterThanOrEqual(page.lines.length * 0.8);
    const work = copyOf(picture);
    const random = createRandom('edits');
    const scene = { ...sheet, page: work, donor: null, random, target: 6000, parameters: {} };
    const regions = await EDITS.erase(scene);
    const altered = share(alteredMask(picture, work, regions)) * picture.width * picture.height;
    expect(altered).toBeGreaterThan(1500);
    expect(altered).toBeLessThan(2 * regions.reduce((sum, box) => sum + area(box), 0));
  });
});
