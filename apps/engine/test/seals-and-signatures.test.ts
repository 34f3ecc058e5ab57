import type { Seal, Signature } from '@jianzhen/evidence';
import { describe, expect, it } from 'vitest';
import { holdSeals } from '../src/seals-and-signatures.ts';

const size = { width: 1000, height: 2000 };
const region = { x: 600, y: 1600, width: 200, height: 200 };
const seal = {
  region,
  title: '甲公司',
  origin: 'pasted',
  forgeryProbability: 0.9,
  reasons: [] as never[],
} as unknown as Seal;
const signature = (page: number, x: number) =>
  ({ page, intact: true, place: { x, y: 0.8, width: 0.2, height: 0.1 } }) as Signature;
const unsignedSeals = (seals: Seal[], signatures: Signature[]) =>
  holdSeals(seals, signatures, 1, size, true).findings;

describe('seals drawn on a page', () => {
  it('are named where the file bears no signature', () => {
    const [finding] = unsignedSeals([seal], []);
    expect(finding).toMatchObject({ code: 'esign.seal-unsigned', severity: 'medium', region: seal.region });
    expect(finding!.message.zh).toContain('甲公司');
    expect(unsignedSeals([{ ...seal, title: null }], [])[0]!.message.en).toMatch(/^A seal is drawn/);
  });

  it('are at peace where a signature stands behind them', () => {
    expect(unsignedSeals([seal], [signature(1, 0.6)])).toEqual([]);
    // Half of it covered is enough: readers draw the picture somewhat smaller than its box.
    expect(unsignedSeals([seal], [signature(1, 0.69)])).toEqual([]);
  });

  it('are named where the signature stands elsewhere, on the page or on another', () => {
    const codes = (signatures: Signature[]) => unsignedSeals([seal], signatures).map(({ code }) => code);
    expect(codes([signature(1, 0.1)])).toEqual(['esign.seal-beside-signature']);
    expect(codes([signature(2, 0.6)])).toEqual(['esign.seal-beside-signature']);
    expect(codes([{ page: null, place: null } as Signature])).toEqual(['esign.seal-beside-signature']);
  });

  it('are what the signature says they are, unless it is broken', () => {
    const [signed] = holdSeals([seal], [signature(1, 0.6)], 1, size, true).seals;
    expect(signed).toMatchObject({
      origin: 'esign',
      forgeryProbability: 0,
      reasons: [{ code: 'seal.signed' }],
    });
    const broken = { ...signature(1, 0.6), intact: false };
    expect(holdSeals([seal], [broken], 1, size, true).seals).toEqual([seal]);
  });

  it('are ink on a scan, which no signature need stand behind', () => {
    expect(holdSeals([seal], [], 1, size, false)).toEqual({ seals: [seal], findings: [] });
  });
});
