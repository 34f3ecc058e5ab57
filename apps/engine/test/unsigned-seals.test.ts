import type { Seal, Signature } from '@jianzhen/evidence';
import { describe, expect, it } from 'vitest';
import { unsignedSeals } from '../src/unsigned-seals.ts';

const size = { width: 1000, height: 2000 };
const seal = { region: { x: 600, y: 1600, width: 200, height: 200 }, title: '甲公司' } as Seal;
const signature = (page: number, x: number) =>
  ({ page, place: { x, y: 0.8, width: 0.2, height: 0.1 } }) as Signature;

describe('seals drawn on a page', () => {
  it('are named where the file bears no signature', () => {
    const [finding] = unsignedSeals([seal], [], 1, size);
    expect(finding).toMatchObject({ code: 'esign.seal-unsigned', severity: 'medium', region: seal.region });
    expect(finding!.message.zh).toContain('甲公司');
    expect(unsignedSeals([{ ...seal, title: null }], [], 1, size)[0]!.message.en).toMatch(/^A seal is drawn/);
  });

  it('are at peace where a signature stands behind them', () => {
    expect(unsignedSeals([seal], [signature(1, 0.6)], 1, size)).toEqual([]);
    // Half of it covered is enough: readers draw the picture somewhat smaller than its box.
    expect(unsignedSeals([seal], [signature(1, 0.69)], 1, size)).toEqual([]);
  });

  it('are named where the signature stands elsewhere, on the page or on another', () => {
    const codes = (signatures: Signature[]) =>
      unsignedSeals([seal], signatures, 1, size).map(({ code }) => code);
    expect(codes([signature(1, 0.1)])).toEqual(['esign.seal-beside-signature']);
    expect(codes([signature(2, 0.6)])).toEqual(['esign.seal-beside-signature']);
    expect(codes([{ page: null, place: null } as Signature])).toEqual(['esign.seal-beside-signature']);
  });
});
