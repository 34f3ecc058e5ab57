import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { createEngine, type ExaminedPage } from '../src/index.ts';
import { tiffWithBrokenSecondPage } from './tiff.ts';

async function page(width = 400, height = 300): Promise<Uint8Array> {
  const text = Array.from(
    { length: 8 },
    (_, i) => `<text x="20" y="${40 + 30 * i}" font-size="18">line ${i} of a page 1234</text>`,
  ).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#eee"/>${text}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer();
}

describe('createEngine', () => {
  const engine = createEngine({ threads: 2, reading: false });
  afterAll(() => engine.close());

  it('examines a page: verdict, probability, mask, preview and heat map of the right sizes', async () => {
    const { facts, pages } = await engine.examine({
      name: 'a.jpg',
      bytes: await page(),
      masks: true,
      previews: true,
      raw: true,
    });
    expect(facts).toMatchObject({ mediaType: 'image/jpeg' });
    expect(facts.sha256).toMatch(/^[0-9a-f]{64}$/);
    const [first] = pages;
    expect(pages).toHaveLength(1);
    expect(first).toMatchObject({ file: 'a.jpg', page: 1, pages: 1, width: 400, height: 300 });
    expect(first!.forgeryProbability).toBeGreaterThanOrEqual(0);
    expect(first!.forgeryProbability).toBeLessThanOrEqual(1);
    const mask = await sharp(first!.maskPng!).metadata();
    expect(mask).toMatchObject({ format: 'png', width: 400, height: 300, channels: 1 });
    expect((await sharp(first!.preview!).metadata()).format).toBe('webp');
    expect((await sharp(first!.heatmapPng!).metadata()).channels).toBe(4);
    expect(first!.rawMask).toHaveLength(400 * 300);
  });

  it('gives the same answer twice', async () => {
    const bytes = await page();
    const [one, two] = await Promise.all(
      [1, 2].map(() => engine.examine({ name: 'a.jpg', bytes, raw: true })),
    );
    expect(one!.pages[0]!.statistics).toEqual(two!.pages[0]!.statistics);
    expect(one!.pages[0]!.forgeryProbability).toBe(two!.pages[0]!.forgeryProbability);
  });

  it.each([
    ['a JPEG', (bytes: Uint8Array) => Promise.resolve(bytes)],
    ['a PNG', (bytes: Uint8Array) => sharp(bytes).png().toBuffer()],
    ['a large page', (bytes: Uint8Array) => sharp(bytes).resize(2400, 1800).jpeg({ quality: 90 }).toBuffer()],
  ])('says of %s that two threads examine together what one says', async (_, save) => {
    const bytes = await save(await page());
    // One after the other and without haste: other tests run beside this one.
    const single = createEngine({ threads: 1, deadlineMs: 60_000, reading: false });
    const split = createEngine({ threads: 1, split: true, deadlineMs: 60_000, reading: false });
    try {
      const [alone] = (await single.examine({ name: 'a', bytes, raw: true })).pages as [ExaminedPage];
      const [together] = (await split.examine({ name: 'a', bytes, raw: true })).pages as [ExaminedPage];
      // The network sums in another order on two threads.
      expect(together.forgeryProbability).toBeCloseTo(alone.forgeryProbability, 3);
      expect(Object.keys(together.statistics).sort()).toEqual(Object.keys(alone.statistics).sort());
      for (const [name, value] of Object.entries(alone.statistics))
        if (!/learned|cells|page/.test(name))
          expect([name, together.statistics[name]]).toEqual([name, value]);
    } finally {
      await Promise.all([single.close(), split.close()]);
    }
  });

  it('calls a picture too small to hold text unreadable, and says why', async () => {
    const { pages } = await engine.examine({ name: 'dot.jpg', bytes: await page(40, 30) });
    expect(pages[0]).toMatchObject({ verdict: 'unreadable' });
    expect(pages[0]!.findings[0]!.code).toBe('page.too-small');
  });

  it('refuses what is no exhibit with a coded error in both languages and goes on', async () => {
    const refused = engine.examine({ name: 'x.jpg', bytes: Buffer.from('not a picture at all, only words') });
    await expect(refused).rejects.toMatchObject({
      name: 'CodedError',
      code: expect.stringMatching(/^intake\./),
    });
    await refused.catch((error) => {
      expect(error.text.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(error.text.en).toMatch(/[a-z]/);
    });
    await expect(engine.examine({ name: 'a.jpg', bytes: await page() })).resolves.toBeDefined();
  });
});

describe('deadline', () => {
  it('ends a file that takes too long, and serves the next one', async () => {
    const engine = createEngine({ threads: 1, deadlineMs: 1 });
    const slow = engine.examine({ name: 'slow.jpg', bytes: await page(1600, 1200) });
    await expect(slow).rejects.toMatchObject({ code: 'engine.deadline' });
    await engine.close();
  });

  it('rejects what waits when it closes', async () => {
    const engine = createEngine({ threads: 1, reading: false });
    const bytes = await page();
    const waiting = [1, 2, 3].map(() => engine.examine({ name: 'a.jpg', bytes }));
    const settled = Promise.allSettled(waiting);
    await engine.close();
    const outcomes = await settled;
    expect(
      outcomes.filter((o) => o.status === 'rejected' && o.reason.code === 'engine.closed').length,
    ).toBeGreaterThan(0);
    await expect(engine.examine({ name: 'a.jpg', bytes })).rejects.toMatchObject({ code: 'engine.closed' });
  });
});

describe('a file with one broken page', () => {
  it('judges the other pages and says what is wrong with that one', async () => {
    const engine = createEngine({ threads: 1, reading: false });
    const good = await sharp(await page(300, 200))
      .raw()
      .toBuffer();
    const bytes = tiffWithBrokenSecondPage(good, 300, 200);
    const { pages } = await engine.examine({ name: 'two.tif', bytes });
    expect(pages.map(({ verdict }) => verdict)).toEqual([
      expect.not.stringMatching('unreadable'),
      'unreadable',
    ]);
    expect(pages[1]).toMatchObject({ width: 0, findings: [{ code: expect.stringMatching(/^image\./) }] });
    await engine.close();
  });
});
