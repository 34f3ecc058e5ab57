import type { ReadField, Subject } from '@jianzhen/evidence';
import { describe, expect, it } from 'vitest';
import { identityMismatches, type ReadPage } from '../src/index.ts';

const field = (subject: Subject | null, value: string, confidence = 0.98): ReadField => ({
  name: subject ?? 'other',
  label: { zh: '', en: '' },
  text: value,
  value,
  confidence,
  region: { x: 1, y: 2, width: 30, height: 10 },
  subject,
});
const page = (exhibit: string, ...fields: ReadField[]): ReadPage => ({
  exhibit,
  page: 1,
  reading: { kind: { name: 'x', label: { zh: '', en: '' }, reasons: [] }, fields, tables: [], lines: [] },
});

describe('one person on the exhibits of a case', () => {
  it('finds a name and a number that the other exhibits do not bear', () => {
    const others = [page('a.jpg', field('name', '张三'), field('identity-number', '110101194912310021'))];
    const found = identityMismatches(
      [page('b.jpg', field('name', '李四'), field('identity-number', '110101194912310021'))],
      others,
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ code: 'identity.mismatch', severity: 'medium', page: 1 });
    expect(found[0]!.message.zh).toContain('“李四”与本案材料“a.jpg”中的“张三”不一致');
    expect(found[0]!.probability).toBeCloseTo(0.98 ** 2);
  });

  it('takes a value that any exhibit confirms, masked writings among them', () => {
    const others = [page('a.jpg', field('name', '张三')), page('c.jpg', field('name', '李*'))];
    expect(identityMismatches([page('b.jpg', field('name', '李四'))], others)).toEqual([]);
  });

  it('accuses nobody on a doubtful reading, on other fields, or where nothing is known', () => {
    const others = [page('a.jpg', field('name', '张三'))];
    expect(identityMismatches([page('b.jpg', field('name', '李四', 0.8))], others)).toEqual([]);
    expect(identityMismatches([page('b.jpg', field(null, '李四'))], others)).toEqual([]);
    expect(identityMismatches([page('b.jpg', field('phone', '13800000000'))], others)).toEqual([]);
    expect(identityMismatches([page('b.jpg', field('name', '李四'))], [])).toEqual([]);
  });

  it('says the same thing of a page once', () => {
    const own = page('b.jpg', field('name', '李四'), field('name', '李 四'));
    expect(identityMismatches([own], [page('a.jpg', field('name', '张三'))])).toHaveLength(1);
  });
});
