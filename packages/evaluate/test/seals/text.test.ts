import { describe, expect, it } from 'vitest';
import { LEGIBLE_CODE_WIDTH, sealTextOutcomes, sealTextTable, similarity } from '../../src/index.ts';

const seal = {
  title: '临江商贸有限公司',
  subtitle: '财务专用章',
  code: '4101020012345',
  taxNumber: null,
  shape: 'circle',
  width: LEGIBLE_CODE_WIDTH,
  conditions: ['text'],
} as const;
const page = { file: 'a.png', part: 'p' };

describe('texts of seals', () => {
  it('count field by field, what was not read as empty', () => {
    const read = sealTextOutcomes(page, seal, { ...seal, subtitle: null });
    expect(read.map(({ field, read: told }) => [field, told])).toEqual([
      ['ring', seal.title],
      ['subtitle', ''],
      ['code', seal.code],
    ]);
    expect(sealTextOutcomes(page, seal, null).every(({ read: told }) => told === '')).toBe(true);
  });

  it('leave out codes too small to be read', () => {
    const small = sealTextOutcomes(page, { ...seal, width: LEGIBLE_CODE_WIDTH - 1 }, null);
    expect(small.map(({ field }) => field)).not.toContain('code');
  });

  it('make rows by field and condition, seals that are cut off in theirs alone', () => {
    const cut = { ...seal, conditions: ['edge'] };
    const rows = sealTextTable([
      ...sealTextOutcomes(page, seal, seal),
      ...sealTextOutcomes(page, cut, { ...seal, title: '商贸有限公司' }),
    ]);
    const row = (part: string) => rows.find((found) => found.part === part)!;
    expect(row('p: ring')).toMatchObject({ count: 1, exact: 1, wrong: 0, similarity: 1 });
    expect(row('p: ring, edge')).toMatchObject({ count: 1, exact: 0, wrong: 1, similarity: 0.75 });
    expect(row('p: ring, text').count).toBe(1);
    // Nothing told is nothing told wrongly.
    const [unread] = sealTextTable(sealTextOutcomes(page, seal, null));
    expect(unread).toMatchObject({ part: 'p: ring', exact: 0, wrong: 0 });
    expect(row('p: code').exactInterval.low).toBeGreaterThan(0);
  });

  it('are alike by edit distance over the longer', () => {
    expect(similarity('', '')).toBe(1);
    expect(similarity('财务专用章', '')).toBe(0);
    expect(similarity('财务专用章', '财务专用')).toBeCloseTo(0.8);
  });
});
