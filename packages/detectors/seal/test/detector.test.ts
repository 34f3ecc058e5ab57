import { decodeImage } from '@jianzhen/raster';
import { makeSealPage, type SealPage } from '@jianzhen/simulate';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSealDetector, type Recognise } from '../src/index.ts';
import { openTestLocator, openTestOrigin, readerOf } from './network.ts';

/** Reads every strip as the same words, so that what is said of a seal can be told from how it is read. */
const reads =
  (text: string, strips: number[] = []): Recognise =>
  async (given) => {
    strips.push(given.length);
    return given.map(() => ({ text, confidences: [...text].map(() => 0.95) }));
  };

describe('the detector of seals', () => {
  let page: SealPage;
  let image: Awaited<ReturnType<typeof decodeImage>>;
  beforeAll(async () => {
    page = await makeSealPage({
      seed: 'detector',
      faces: 'tuning',
      seals: 1,
      capture: 'scan',
      maker: 'stamp',
    });
    image = await decodeImage(page.file);
  });

  it('finds, reads, judges and fingerprints what is stamped on a page', async () => {
    const detector = createSealDetector({
      locator: openTestLocator,
      reader: () => readerOf(reads('阳光市人民医院')),
      origin: openTestOrigin,
    });
    const { seals = [], traces, forgeryProbability } = await detector.examine({ image });
    expect(seals).toHaveLength(1);
    const { ellipse } = page.seals[0]!;
    expect(Math.hypot(seals[0]!.ellipse.cx - ellipse.cx, seals[0]!.ellipse.cy - ellipse.cy)).toBeLessThan(8);
    expect(seals[0]!.title).toMatch(/医院/);
    expect(['ink', 'unknown']).toContain(seals[0]!.origin);
    expect(traces.map(({ kind }) => kind)).toEqual(['seal', 'seal_template']);
    // 256 bits, whatever the seal.
    expect(Buffer.from(traces[0]!.value, 'base64url')).toHaveLength(32);
    // A seal alone makes no page forged.
    expect(forgeryProbability).toBeNull();
  });

  it('holds a pasted picture against a page only where it reads that it is a seal', async () => {
    const drawn = await makeSealPage({
      seed: 'drawn',
      faces: 'tuning',
      seals: 1,
      capture: 'png',
      maker: 'tool',
    });
    const examine = async (text: string) => {
      const detector = createSealDetector({
        locator: openTestLocator,
        reader: () => readerOf(reads(text)),
        origin: openTestOrigin,
      });
      return detector.examine({ image: await decodeImage(drawn.file) });
    };
    const [named, logo] = [await examine('阳光市人民医院'), await examine('LOGO')];
    for (const { seals } of [named, logo]) expect(seals!.map(({ origin }) => origin)).toEqual(['pasted']);
    expect(named.findings.map(({ code }) => code)).toContain('seal.pasted');
    expect(logo.findings.map(({ code }) => code)).not.toContain('seal.pasted');
  });

  it('opens its networks at the first seal only, once, and again after one failed', async () => {
    let opened = 0;
    let openedOrigin = 0;
    const detector = createSealDetector({
      locator: openTestLocator,
      reader: async () => {
        opened++;
        if (opened === 1) throw new Error('no network yet');
        return readerOf(reads('甲'));
      },
      origin: () => {
        openedOrigin++;
        return openTestOrigin();
      },
    });
    const blank = { ...image, rgb: new Uint8Array(image.rgb.length).fill(250) };
    expect((await detector.examine({ image: blank })).seals).toEqual([]);
    expect(opened).toBe(0);
    await expect(detector.examine({ image })).rejects.toThrow('no network yet');
    await detector.examine({ image });
    await detector.examine({ image });
    expect(opened).toBe(2);
    expect(openedOrigin).toBe(1);
  });

  it('says the same of the same page', async () => {
    const examine = () =>
      createSealDetector({
        locator: openTestLocator,
        reader: () => readerOf(reads('乙')),
        origin: openTestOrigin,
      }).examine({ image });
    const [first, second] = [await examine(), await examine()];
    expect(second.seals).toEqual(first.seals);
  });
});
