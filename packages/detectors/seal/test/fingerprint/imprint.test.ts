import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignImprints } from '../../src/fingerprint/imprint.ts';
import { SECTORS } from '../../src/fingerprint/polar.ts';
import { compareSeals, fingerprintSeal, polarMap } from '../../src/index.ts';
import { drawPatch } from '../drawing.ts';
import { openTestNetwork } from '../network.ts';

const map = (...args: Parameters<typeof drawPatch>) => polarMap(drawPatch(...args))!;

describe('the same imprint', () => {
  const first = map({ name: 1 });

  it('goes together through turns, small errors of its outline, weak ink and noise', () => {
    const view = fc.record({
      turn: fc.double({ min: -3, max: 3, noNaN: true }),
      scale: fc.double({ min: 0.98, max: 1.02, noNaN: true }),
      shift: fc.tuple(
        fc.double({ min: -0.02, max: 0.02, noNaN: true }),
        fc.double({ min: -0.02, max: 0.02, noNaN: true }),
      ),
      strength: fc.double({ min: 0.4, max: 1, noNaN: true }),
      noise: fc.double({ min: 0, max: 0.15, noNaN: true }),
    });
    fc.assert(
      fc.property(view, (seen) => {
        const { features, turn } = alignImprints(first, map({ name: 1 }, seen));
        expect(features.lettering).toBeGreaterThan(0.6);
        const off = Math.abs((turn / SECTORS) * 2 * Math.PI - seen.turn + 4 * Math.PI) % (2 * Math.PI);
        expect(Math.min(off, 2 * Math.PI - off)).toBeLessThan(0.1);
      }),
      { numRuns: 12, seed: 5 },
    );
  });

  it('goes together where a third was not seen', () => {
    const { features } = alignImprints(first, map({ name: 1 }, { turn: 0.7, cut: 0.3 }));
    expect(features.lettering).toBeGreaterThan(0.6);
  });

  it('is told from another name in the same drawing', () => {
    for (const name of [2, 3, 4, 5]) {
      const { features } = alignImprints(first, map({ name }));
      expect(features.lettering).toBeLessThan(0.5);
      expect(features.worst).toBeLessThan(0.3);
    }
  });
});

describe('comparing stored fingerprints', () => {
  const of = (...args: Parameters<typeof drawPatch>) => fingerprintSeal(drawPatch(...args));

  it('finds the copy likelier than the twin, whose drawing is the same', async () => {
    const seal = of({ name: 1 });
    const others = [
      of({ name: 1 }, { turn: 0.4, strength: 0.8, noise: 0.05 }),
      of({ name: 2 }),
      of({ name: 3, rim: 0.1, star: 0.5, characters: 7 }),
    ];
    const [copy, twin, other] = await compareSeals(seal, others, await openTestNetwork());
    expect(copy!.sameImprint).toBeGreaterThan(0.8);
    expect(copy!.sameTemplate).toBeGreaterThanOrEqual(copy!.sameImprint);
    expect(twin!.sameImprint).toBeLessThan(0.2);
    expect(twin!.sameTemplate).toBeGreaterThan(other!.sameTemplate);
  });

  it('is doubted of two whose titles surely differ', async () => {
    const named = (title: string) => ({ title, titleConfidences: [...title].map(() => 1) });
    const seal = { ...of({ name: 1 }), ...named('永泽市人民医院') };
    const others = ['永泽市人民医院', '永泽县人民医院'].map((title) => ({
      ...of({ name: 1 }),
      ...named(title),
    }));
    const [own, twin] = await compareSeals(seal, others, await openTestNetwork());
    expect(own!.sameImprint).toBeGreaterThan(0.9);
    const odds = ({ sameImprint }: { sameImprint: number }) => sameImprint / (1 - sameImprint);
    expect(odds(own!) / odds(twin!)).toBeGreaterThan(50);
  });

  it('has none of a blank or mostly unseen patch, and is 0 then', async () => {
    const blank = fingerprintSeal({ ...drawPatch({ name: 1 }), ink: new Float32Array(256 * 256) });
    expect(blank).toEqual({ fingerprint: null, templateFingerprint: null });
    expect(of({ name: 1 }, { cut: -0.4 }).fingerprint).toBeNull();
    const none = { sameImprint: 0, sameTemplate: 0 };
    const [seal, network] = [of({ name: 1 }), await openTestNetwork()];
    expect(await compareSeals(blank, [seal], network)).toEqual([none]);
    const [first, second, third] = await compareSeals(seal, [seal, blank, seal], network);
    expect(second).toEqual(none);
    expect(first).toEqual(third);
    expect(first!.sameImprint).toBeGreaterThan(0.9);
  });
});
