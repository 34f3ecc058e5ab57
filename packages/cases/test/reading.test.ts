import type { Reading, Seal } from '@jianzhen/evidence';
import { describe, expect, it } from 'vitest';
import {
  createCases,
  createExamination,
  createIntake,
  type ExaminationOptions,
  type ExamineResult,
  type Examiner,
  type SealMatcher,
  type TemplateMatcher,
} from '../src/index.ts';
import { memoryBlobs, memoryStore } from './support/memory.ts';

const reading = (name: string): Reading => ({
  kind: { name: 'income-certificate', label: { zh: '收入证明', en: 'Income certificate' }, reasons: [] },
  fields: [
    {
      name: 'name',
      label: { zh: '姓名', en: 'Name' },
      text: name,
      value: name,
      confidence: 0.99,
      region: { x: 0, y: 0, width: 40, height: 20 },
      subject: 'name',
    },
  ],
  tables: [],
  lines: [],
});

const template = { sketch: Uint8Array.of(1, 2), material: Uint8Array.of(3) };

const seal: Seal = {
  region: { x: 1, y: 2, width: 3, height: 4 },
  ellipse: { cx: 2, cy: 4, rx: 1, ry: 2, angle: 0 },
  ...{ shape: 'ellipse', colour: 'red', title: '甲公司', titleConfidence: 0.9, centre: 'star' },
  ...{ subtitle: null, code: null, taxNumber: null, origin: 'unknown', forgeryProbability: 0.5, reasons: [] },
  fingerprint: 'AAEC',
  templateFingerprint: null,
};

const result = (name: string): ExamineResult => ({
  facts: { mediaType: 'image/png', bytes: 1, sha256: 'x' },
  signatures: [],
  pages: [
    {
      file: 'a',
      page: 1,
      pages: 1,
      width: 100,
      height: 100,
      verdict: 'genuine',
      forgeryProbability: 0.1,
      findings: [],
      reading: reading(name),
      traces: [],
      seals: [seal],
      codes: [],
      signatures: [],
      template,
      mask: null,
      elapsedMs: 1,
      maskPng: null,
      heatmapPng: null,
      preview: null,
      statistics: {},
      timings: {},
    },
  ],
});

/** A case with one exhibit a name, each read as a paper of that name, one after the other. */
async function examined(names: readonly string[], options: ExaminationOptions = {}) {
  const memory = memoryStore();
  const blobs = memoryBlobs();
  const customer = { name: '张三', identityNumber: '110101194912310021' };
  const { id } = await createCases(memory.store).create({ customerId: 'C-1', customer });
  const inputs: Parameters<Examiner['examine']>[0][] = [];
  const ids: string[] = [];
  for (const name of names) {
    const blob = await blobs.store.put(Buffer.from(`file ${ids.length}`));
    const file = { ...blob, name: `${name}.png`, mediaType: 'image/png' };
    const exhibit = (await createIntake(memory.store).add(id, [file])).exhibits[0]!;
    ids.push(exhibit.id);
    const examiner: Examiner = {
      examine: async (input) => {
        inputs.push(input);
        return result(name);
      },
      close: async () => {},
    };
    await createExamination(memory.store, blobs.store, examiner, options).run(exhibit.id);
  }
  const findings = await Promise.all(ids.map((exhibitId) => memory.store.findingsOf(exhibitId)));
  return { inputs, findings, memory };
}

describe('reading within a case', () => {
  it('hands the customer’s record and the day of receipt to the examiner', async () => {
    const { inputs } = await examined(['张三']);
    expect(inputs[0]).toMatchObject({
      receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      identities: [{ names: ['张三'], identityNumbers: ['110101194912310021'], phones: [], bankCards: [] }],
    });
  });

  it('finds the exhibit that names another person, and keeps what was read', async () => {
    const { findings, memory } = await examined(['张三', '李四', '张三']);
    expect(findings.map((of) => of.map(({ code }) => code))).toEqual([[], ['identity.mismatch'], []]);
    const [exhibit] = await memory.store.exhibitsOf((await memory.store.listCases({ limit: 1 }))[0]!.id);
    const [page] = await memory.store.pagesOf(exhibit!.id);
    expect(page!.reading?.kind.name).toBe('income-certificate');
  });

  it('looks its pages up among those seen before, before it adds them', async () => {
    const seen: number[] = [];
    const matcher: TemplateMatcher = {
      async relate(source, own, pages) {
        seen.push((await source.sketchesAfter(0, 10)).length);
        expect(own.customerId).toBe('C-1');
        expect(pages.map(({ template: { sketch } }) => [...sketch])).toEqual([[1, 2]]);
        return {
          findings: [
            {
              page: 1,
              code: 'papers.template-reused',
              severity: 'medium',
              probability: 0.9,
              region: null,
              message: { zh: '见过', en: 'seen' },
            },
          ],
          relations: [{ kind: 'document_template', page: 1, place: 1, other: 7, probability: 0.9 }],
        };
      },
    };
    const { findings, memory } = await examined(['张三', '张三'], { templates: matcher });
    expect(memory.relations().map(({ other }) => other)).toEqual([7, 7]);
    expect(seen).toEqual([0, 1]);
    expect(findings.flat().map(({ code }) => code)).toEqual([
      'papers.template-reused',
      'papers.template-reused',
    ]);
  });

  it('looks its seals up among those seen before, before it adds them', async () => {
    const seen: string[][] = [];
    const matcher: SealMatcher = {
      async compare(read, own) {
        const stored = await read((source) => source.sealPrintsAfter(0, 10));
        return new Map([[own.customerId!, new Map(stored.map(({ id }) => [id, 0.5]))]]);
      },
      async relate(source, own, compared) {
        expect(compared.get('C-1')!.size).toBe(seen.length);
        seen.push((await source.sealPrintsAfter(0, 10)).map(({ fingerprint }) => fingerprint));
        expect(own.customerId).toBe('C-1');
        const code = 'seal.seen-before';
        const message = { zh: '见过', en: 'seen' };
        const findings = own.pages.flatMap(({ page, seals }) =>
          seals.map(
            ({ region }) => ({ page, code, severity: 'medium', probability: 0.9, region, message }) as const,
          ),
        );
        return { findings, relations: [] };
      },
    };
    const { findings } = await examined(['张三', '张三'], { seals: matcher });
    expect(seen).toEqual([[], ['AAEC']]);
    expect(findings.flat().map(({ code }) => code)).toEqual(['seal.seen-before', 'seal.seen-before']);
  });
});
