import type { StoredTemplate, TemplateSource } from '@jianzhen/cases';
import { fingerprint, materialToBytes, sketchToText } from '@jianzhen/detector-papers';
import type { Reading } from '@jianzhen/evidence';
import { describe, expect, it } from 'vitest';
import { createTemplateMatcher } from '../src/template-matcher.ts';

/** A form as a reader gives it back: fixed words and filled-in values, one line below the other. */
function form(fixed: readonly string[], values: readonly string[]) {
  const size = 24;
  const lines = fixed.map((label, i) => {
    const text = `${label}：${values[i] ?? ''}`;
    const [x, y] = [80 + 40 * (i % 3), 100 + 70 * i];
    const characters = [...text].map((character, k) => ({
      text: character,
      confidence: 0.99,
      region: { x: x + k * size, y, width: size, height: size },
    }));
    const region = { x, y, width: size * characters.length, height: size };
    const corner = (dx: number, dy: number) => ({ x: x + dx, y: y + dy });
    const polygon = [corner(0, 0), corner(region.width, 0), corner(region.width, size), corner(0, size)];
    return { text, confidence: 0.99, region, characters, polygon };
  });
  const { sketch, material } = fingerprint({ width: 1240, height: 1754, lines, tables: [] }, null);
  return {
    sketch: new Uint8Array(Buffer.from(sketchToText(sketch), 'base64url')),
    material: materialToBytes(material),
  };
}

const FORM = [
  '兹证明本单位职工',
  '身份证号码',
  '自入职以来担任岗位',
  '近一年平均月收入',
  '本单位承担法律责任',
  '单位盖章',
  '出具日期',
  '联系电话',
];
const OTHER = [
  '患者姓名',
  '入院诊断',
  '诊疗经过',
  '处理意见',
  '医师签名',
  '门诊号',
  '科别',
  '疾病诊断证明书',
];

const reading = (issuer: string): Reading => ({
  kind: { name: 'income-certificate', label: { zh: '收入证明', en: 'Income certificate' }, reasons: [] },
  fields: [
    {
      name: 'issuer',
      label: { zh: '出具单位', en: 'Issuer' },
      text: issuer,
      value: issuer,
      confidence: 0.99,
      region: { x: 0, y: 0, width: 1, height: 1 },
      subject: null,
    },
  ],
  tables: [],
  lines: [],
});

function source(
  stored: readonly (Pick<StoredTemplate, 'sketch' | 'material'> & { customer: string; issuer: string })[],
) {
  const rows = stored.map(
    ({ customer, issuer, ...template }, i): StoredTemplate => ({
      ...template,
      id: i + 1,
      caseId: `case ${customer}`,
      exhibitId: `exhibit ${customer}`,
      page: 1,
      exhibit: `${customer}.jpg`,
      reference: null,
      customerId: customer,
      reading: reading(issuer),
    }),
  );
  let locks = 0;
  const given: TemplateSource = {
    lockTemplates: async () => void locks++,
    sketchesAfter: async (id, limit) =>
      rows
        .slice(id, id + limit)
        .map((row) => ({ id: row.id, sketch: row.sketch, kind: 'income-certificate', issuer: 'x' })),
    templates: async (ids) => rows.filter((row) => ids.includes(row.id)),
  };
  return { source: given, locks: () => locks };
}

const NOTHING = { findings: [], relations: [] };

describe('a page among those seen before', () => {
  const seen = [
    { ...form(FORM, ['张三', '', '技工', '8000']), customer: 'A', issuer: '甲公司' },
    { ...form(OTHER, ['王五']), customer: 'B', issuer: '市人民医院' },
  ];
  const page = { page: 2, template: form(FORM, ['李四', '', '会计', '12000']), reading: reading('乙公司') };

  it('is found under another name and issuer, and says where', async () => {
    const { source: store, locks } = source(seen);
    const { findings: found, relations } = await createTemplateMatcher().relate(
      store,
      { caseId: 'case C', customerId: 'C' },
      [page],
    );
    expect(relations).toEqual([
      expect.objectContaining({ kind: 'document_template', page: 2, place: 1, other: 1 }),
    ]);
    expect(locks()).toBe(1);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      page: 2,
      code: 'papers.template-reused',
      values: { sharedBy: 2, caseId: 'case A', exhibitId: 'exhibit A', otherPage: 1 },
    });
    expect(['medium', 'low', 'info']).toContain(found[0]!.severity);
    expect(found[0]!.message.zh).toContain('“A.jpg”');
  });

  it('is found past a page that an earlier version sketched, which is passed over', async () => {
    const [first, ...rest] = seen;
    const earlier = { ...first!, customer: 'Z', sketch: first!.sketch.with(0, 1) };
    const { relations } = await createTemplateMatcher().relate(
      source([earlier, first!, ...rest]).source,
      { caseId: 'case C', customerId: 'C' },
      [page],
    );
    expect(relations.map(({ other }) => other)).toEqual([2]);
  });

  it('is nothing to speak of within the same customer’s cases, or where nothing is alike', async () => {
    const matcher = createTemplateMatcher();
    const own = { caseId: 'case D', customerId: 'A' };
    expect(await matcher.relate(source(seen).source, own, [page])).toEqual(NOTHING);
    const alone = createTemplateMatcher();
    expect(
      await alone.relate(source(seen.slice(1)).source, { caseId: 'case C', customerId: 'C' }, [page]),
    ).toEqual(NOTHING);
    const none = source(seen);
    expect(await alone.relate(none.source, own, [])).toEqual(NOTHING);
    expect(none.locks()).toBe(0);
  });
});
