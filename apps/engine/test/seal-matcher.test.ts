import type { SealSource, StoredSeal } from '@jianzhen/cases';
import { fingerprintSeal, pageSeal, rectifySeal } from '@jianzhen/detector-seal';
import type { Seal } from '@jianzhen/evidence';
import { decodeImage } from '@jianzhen/raster';
import { type ImprintCrop, makeImprintSet } from '@jianzhen/simulate';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSealMatcher } from '../src/seal-matcher.ts';

async function sealOf({ file, seal }: ImprintCrop): Promise<Seal> {
  const { ellipse, shape, colour, box: region, title } = seal;
  const patch = rectifySeal(pageSeal(await decodeImage(file), { ellipse, shape, colour }), 320);
  return {
    ...{ ellipse, shape, colour, region, title, titleConfidence: 0.95, centre: 'none' },
    ...{
      subtitle: null,
      code: null,
      taxNumber: null,
      origin: 'unknown',
      forgeryProbability: 0.5,
      reasons: [],
    },
    ...fingerprintSeal(patch),
  };
}

function sourceOf(seals: readonly Seal[]): { source: SealSource; locks: () => number } {
  const rows = seals.map(
    (seal, i): StoredSeal => ({
      ...{ id: i + 1, seal, fingerprint: seal.fingerprint!, templateFingerprint: seal.templateFingerprint },
      ...{ caseId: `case ${i}`, exhibitId: `exhibit ${i}`, page: 1, place: 2, exhibit: `${i}.jpg` },
      ...{ reference: null, customerId: `C-${i}`, lenderId: `L-${i % 2}` },
    }),
  );
  let locks = 0;
  const source: SealSource = {
    lockSeals: async () => void locks++,
    sealPrintsAfter: async (id, limit) => rows.slice(id, id + limit),
    seals: async (ids) => rows.filter((row) => ids.includes(row.id)),
  };
  return { source, locks: () => locks };
}

const NOTHING = { findings: [], relations: [] };

describe('a seal among those seen before', () => {
  /** Two copies of each of four imprints: as they were seen first, and again. */
  let first: Seal[];
  let again: Seal[];
  beforeAll(async () => {
    const crops: ImprintCrop[] = [];
    for await (const crop of makeImprintSet({ seed: 'matcher', imprints: 4, perImprint: 2, faces: 'tuning' }))
      crops.push(crop);
    const groups = [...Map.groupBy(crops, ({ seal }) => seal.imprint).values()];
    first = await Promise.all(groups.map((group) => sealOf(group[0]!)));
    again = await Promise.all(groups.map((group) => sealOf(group[1]!)));
  });

  it('is found at other customers, with whose it is', async () => {
    const { source, locks } = sourceOf(first);
    const matcher = createSealMatcher();
    const own = { caseId: 'case new', customerId: 'C-new' };
    const { findings: found, relations } = await matcher.relate(source, own, [{ page: 3, seals: again }]);
    expect(locks()).toBe(1);
    const seen = found.filter(({ code }) => code === 'seal.seen-before');
    expect(seen.length).toBeGreaterThanOrEqual(1);
    expect(relations.length).toBeGreaterThanOrEqual(seen.length);
    for (const { kind, page, probability } of relations) {
      expect({ kind, page }).toEqual({ kind: 'seal', page: 3 });
      expect(probability).toBeGreaterThan(0.99);
    }
    for (const { page, severity, values } of seen) {
      expect({ page, severity }).toEqual({ page: 3, severity: 'info' });
      expect(values).toMatchObject({ customers: 1, lenders: 1, otherPage: 1, otherSeal: 2 });
      expect(again.map((_, i) => i + 1)).toContain(values!.seal);
    }
  });

  it('is no news within the same case or customer, nor where nothing is on record', async () => {
    const matcher = createSealMatcher();
    const pages = [{ page: 1, seals: [first[0]!] }];
    const { source } = sourceOf(first.slice(0, 1));
    expect(await matcher.relate(source, { caseId: 'case 0', customerId: null }, pages)).toEqual(NOTHING);
    expect(await matcher.relate(source, { caseId: 'case new', customerId: 'C-0' }, pages)).toEqual(NOTHING);
    const none = sourceOf([]);
    expect(await createSealMatcher().relate(none.source, { caseId: 'c', customerId: null }, pages)).toEqual(
      NOTHING,
    );
  });

  it('is found beside seals whose fingerprints another version made', async () => {
    const { source } = sourceOf([{ ...first[0]!, fingerprint: 'AAAA' }, first[0]!]);
    const own = { caseId: 'case new', customerId: 'C-new' };
    const { findings: found } = await createSealMatcher().relate(source, own, [
      { page: 1, seals: [first[0]!] },
    ]);
    expect(found.map(({ values }) => values?.exhibitId)).toEqual(['exhibit 1']);
  });

  it('weighs more where it was pasted, and asks the store for nothing without a fingerprint', async () => {
    const { source, locks } = sourceOf(first);
    const matcher = createSealMatcher();
    const own = { caseId: 'case new', customerId: 'C-new' };
    const { findings: pasted } = await matcher.relate(source, own, [
      { page: 1, seals: [{ ...first[0]!, origin: 'pasted' }] },
    ]);
    expect(pasted.map(({ severity }) => severity)).toContain('medium');
    const blank = { ...again[0]!, fingerprint: null };
    expect(await matcher.relate(source, own, [{ page: 1, seals: [blank] }])).toEqual(NOTHING);
    expect(locks()).toBe(1);
  });
});
