import type { OwnSeals, Related, SealMatcher, SealSource, StoredSeal } from '@jianzhen/cases';
import { fingerprintSeal, pageSeal, rectifySeal } from '@jianzhen/detector-seal';
import type { Seal } from '@jianzhen/evidence';
import { decodeImage } from '@jianzhen/raster';
import { type ImprintCrop, makeImprintSet } from '@jianzhen/simulate';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSealMatcher, SEALS_RELATED_FROM } from '../src/seal-matcher.ts';

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

/** As an examination does: compared before the lock, related under it. */
const lookUp = async (matcher: SealMatcher, source: SealSource, own: OwnSeals): Promise<Related> =>
  matcher.relate(source, own, await matcher.compare((work) => work(source), own));

const NEWCOMER = { caseId: 'case new', customerId: 'C-new' };
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
    const own = { ...NEWCOMER, pages: [{ page: 3, seals: again }] };
    const { findings: found, relations } = await lookUp(matcher, source, own);
    expect(locks()).toBe(1);
    const seen = found.filter(({ code }) => code === 'seal.seen-before');
    expect(seen.length).toBeGreaterThanOrEqual(1);
    expect(relations.length).toBeGreaterThanOrEqual(seen.length);
    for (const { kind, page, probability } of relations) {
      expect({ kind, page }).toEqual({ kind: 'seal', page: 3 });
      expect(probability).toBeGreaterThan(SEALS_RELATED_FROM);
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
    const sameCase = { caseId: 'case 0', customerId: null, pages };
    expect(await lookUp(matcher, source, sameCase)).toEqual(NOTHING);
    expect(await lookUp(matcher, source, { ...NEWCOMER, customerId: 'C-0', pages })).toEqual(NOTHING);
    const none = sourceOf([]);
    expect(await lookUp(createSealMatcher(), none.source, { ...NEWCOMER, pages })).toEqual(NOTHING);
  });

  it('is found beside seals whose fingerprints another version made', async () => {
    const { source } = sourceOf([{ ...first[0]!, fingerprint: 'AAAA' }, first[0]!]);
    const own = { ...NEWCOMER, pages: [{ page: 1, seals: [first[0]!] }] };
    const { findings: found } = await lookUp(createSealMatcher(), source, own);
    expect(found.map(({ values }) => values?.exhibitId)).toEqual(['exhibit 1']);
  });

  it('weighs more where it was pasted, and asks the store for nothing without a fingerprint', async () => {
    const { source, locks } = sourceOf(first);
    const matcher = createSealMatcher();
    const { findings: pasted } = await lookUp(matcher, source, {
      ...NEWCOMER,
      pages: [{ page: 1, seals: [{ ...first[0]!, origin: 'pasted' }] }],
    });
    expect(pasted.map(({ severity }) => severity)).toContain('medium');
    const blank = { ...again[0]!, fingerprint: null };
    expect(await lookUp(matcher, source, { ...NEWCOMER, pages: [{ page: 1, seals: [blank] }] })).toEqual(
      NOTHING,
    );
    expect(locks()).toBe(1);
  });

  it('is compared before the lock, under it with what came on record since', async () => {
    const matcher = createSealMatcher();
    const own = { ...NEWCOMER, pages: [{ page: 1, seals: first.slice(0, 2) }] };
    const before = sourceOf(first.slice(0, 1)).source;
    const compared = await matcher.compare((work) => work(before), own);
    expect([...compared.keys()]).toEqual(['1/1', '1/2']);
    expect(compared.get('1/1')!.get(1)).toBeGreaterThan(SEALS_RELATED_FROM);
    expect(compared.get('1/2')!.get(1)).toBeLessThan(SEALS_RELATED_FROM);
    const since = sourceOf(first.slice(0, 2)).source;
    const { relations } = await matcher.relate(since, own, compared);
    expect(relations.map(({ place, other }) => ({ place, other }))).toEqual([
      { place: 1, other: 1 },
      { place: 2, other: 2 },
    ]);
    // What was said before the lock is not asked again.
    const said = new Map([['1/1', new Map([[1, 0.996]])]]);
    const again = await matcher.relate(since, own, said);
    expect(again.relations.find(({ place }) => place === 1)!.probability).toBe(0.996);
  });

  it('is read once from the record where two exhibits ask at the same time', async () => {
    const { source } = sourceOf(first);
    const matcher = createSealMatcher();
    const own = { ...NEWCOMER, pages: [{ page: 1, seals: [first[0]!] }] };
    let rows = 0;
    const counting: SealSource = {
      ...source,
      sealPrintsAfter: async (id, limit) => {
        const read = await source.sealPrintsAfter(id, limit);
        rows += read.length;
        return read;
      },
    };
    await Promise.all([1, 2, 3].map(() => lookUp(matcher, counting, own)));
    expect(rows).toBe(first.length);
  });
});
