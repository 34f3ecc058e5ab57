import { defineErrors, type FileDetector, type Signature } from '@jianzhen/evidence';
import { describe, expect, it } from 'vitest';
import { inspectFile, inspectQuietly, onPage } from '../src/file-detectors.ts';

const signed = (page: number | null) => ({ page, format: 'pdf-cms' }) as Signature;
const finding = (page: number, severity: 'high' | 'info') => ({
  code: 'esign.altered-after-signing',
  severity,
  probability: severity === 'high' ? 0.98 : 1,
  page,
  region: { x: 0.25, y: 0.5, width: 0.9, height: 0.25 },
  message: { zh: '改', en: 'altered' },
});
const speaking: FileDetector = {
  id: 'a',
  version: '1',
  examine: async () => ({
    signatures: [signed(2), signed(null), signed(9)],
    findings: [finding(2, 'high'), finding(1, 'info')],
  }),
};
const silent: FileDetector = { id: 'b', version: '1', examine: async () => null };
const facts = { mediaType: 'application/pdf' };
const size = { width: 200, height: 400 };

describe('what detectors of whole files say', () => {
  it('goes to the page where it is to be seen, in its pixels, cut to it', async () => {
    const said = await inspectFile(new Uint8Array(0), facts, [silent, speaking]);
    const second = onPage(said, 2, 2, size);
    expect(second.signatures).toHaveLength(1);
    expect(second.findings).toEqual([
      expect.objectContaining({ region: { x: 50, y: 200, width: 150, height: 100 } }),
    ]);
    expect(second.findings[0]).not.toHaveProperty('page');
    expect(second.forgeryProbability).toBe(0.98);
  });

  it('costs no page where a detector refuses the file, and hides no fault of ours', async () => {
    const errors = defineErrors({ 'esign.too-many': { zh: '过多', en: 'too many' } });
    const failing = (thrown: Error): FileDetector => ({
      id: 'c',
      version: '1',
      examine: () => Promise.reject(thrown),
    });
    const said = await inspectQuietly(new Uint8Array(0), facts, [failing(errors('esign.too-many'))]);
    expect(onPage(said, 1, 1, size).findings).toMatchObject([{ code: 'esign.too-many', severity: 'info' }]);
    const broken = inspectQuietly(new Uint8Array(0), facts, [failing(new TypeError('x'))]);
    await expect(broken).rejects.toMatchObject({ code: 'internal.unexpected' });
  });

  it('stands with the first page where it is nowhere to be seen, and mere notes accuse nobody', async () => {
    const said = await inspectFile(new Uint8Array(0), facts, [speaking]);
    const first = onPage(said, 1, 2, size);
    expect(first.signatures.map(({ page }) => page)).toEqual([null, 9]);
    expect(first.forgeryProbability).toBe(0);
    expect(onPage(await inspectFile(new Uint8Array(0), facts, [silent]), 1, 1, size)).toEqual({
      signatures: [],
      findings: [],
      forgeryProbability: 0,
    });
  });
});
