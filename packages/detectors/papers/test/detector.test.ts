import { describe, expect, it } from 'vitest';
import { createPapersDetector } from '../src/index.ts';
import type { RecognisedPage } from '../src/text.ts';
import { textRuns } from '../src/told.ts';
import { forgeryProbability } from '../src/weight.ts';
import { diagnosis } from './checks/papers.ts';
import { characters } from './page.ts';
import { openTestTypography } from './typography/network/open.ts';

/** White paper: what stands on it is told by the reader alone. */
const paper = ({ width, height }: RecognisedPage) => ({
  width,
  height,
  rgb: new Uint8Array(width * height * 3).fill(255),
});

const detectorOf = (page: RecognisedPage) =>
  createPapersDetector({ reader: async () => ({ read: async () => page }), typography: openTestTypography });

describe('the detector of papers', () => {
  it('tells kind, fields and lines of a sound paper, and accuses it of nothing', async () => {
    const page = diagnosis();
    const report = await detectorOf(page).examine({ image: paper(page), facts: {} });
    expect(report.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(report.forgeryProbability).toBe(0);
    const { kind, fields, lines } = report.reading!;
    expect(kind).toMatchObject({ name: 'diagnosis-certificate', label: { zh: '诊断证明书' } });
    expect(kind.reasons.length).toBeGreaterThan(1);
    expect(fields).toContainEqual(
      expect.objectContaining({
        name: 'name',
        value: '王小明',
        subject: 'name',
        label: { zh: '姓名', en: 'Name' },
      }),
    );
    expect(fields.find(({ name }) => name === 'admission')).toMatchObject({
      value: '2024-03-01',
      subject: null,
    });
    expect(lines).toHaveLength(page.lines.length);
    expect(() => JSON.stringify(report.reading)).not.toThrow();
  });

  it('holds the paper against the record and the day of receipt', async () => {
    const page = diagnosis();
    const identities = [
      { source: '客户资料', names: ['李四'], identityNumbers: [], phones: [], bankCards: [] },
    ];
    const facts = { receivedAt: '2024-03-05T08:00:00Z' };
    const { findings, forgeryProbability } = await detectorOf(page).examine({
      image: paper(page),
      facts,
      identities,
    });
    const codes = findings.map(({ code }) => code);
    expect(codes).toContain('identity.mismatch');
    expect(codes).toContain('papers.date-future');
    const { message } = findings.find(({ code }) => code === 'identity.mismatch')!;
    expect(message.zh).toContain('姓名“王小明”');
    expect(message.en).toContain('Name “王小明”');
    expect(forgeryProbability).toBeGreaterThan(0.5);
    expect(forgeryProbability).toBeLessThanOrEqual(0.9);
  });

  it('gives a page with enough fixed text a fingerprint, and a page with little none', async () => {
    const page = diagnosis();
    const { traces, template } = await detectorOf(page).examine({ image: paper(page), facts: {} });
    expect(traces).toEqual([{ kind: 'document_template', value: expect.stringMatching(/^[\w-]{200,}$/) }]);
    expect(Buffer.from(template!.sketch).toString('base64url')).toBe(traces[0]!.value);
    const short = { ...page, lines: page.lines.slice(0, 1) };
    const little = await detectorOf(short).examine({ image: paper(short), facts: {} });
    expect(little.traces).toEqual([]);
    expect(little.template).toBeUndefined();
  });

  it('says when time was too short to read all', async () => {
    const page = { ...diagnosis(), complete: false };
    const { findings } = await detectorOf(page).examine({ image: paper(page), facts: {} });
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'papers.partly-read', severity: 'info' }),
    );
  });

  it('tries again with the next page where the reader could not be opened', async () => {
    const page = diagnosis();
    let tries = 0;
    const detector = createPapersDetector({
      reader: async () => {
        if (tries++ === 0) throw new Error('no networks');
        return { read: async () => page };
      },
      typography: openTestTypography,
    });
    const input = { image: paper(page), facts: {} };
    await expect(detector.examine(input)).rejects.toThrow('no networks');
    expect((await detector.examine(input)).reading?.kind.name).toBe('diagnosis-certificate');
  });
});

describe('what contradictions are worth', () => {
  it('grows with their number and severity, and never condemns', () => {
    const finding = (severity: 'high' | 'medium' | 'low' | 'info', probability = 1) => ({
      code: 'papers.sum-mismatch',
      severity,
      probability,
    });
    expect(forgeryProbability([])).toBe(0);
    expect(forgeryProbability([finding('info')])).toBe(0);
    expect(forgeryProbability([finding('medium')])).toBeLessThan(forgeryProbability([finding('high')]));
    expect(forgeryProbability([finding('high', 0.5)])).toBeLessThan(forgeryProbability([finding('high')]));
    const typed = { ...finding('high'), code: 'papers.typography-face' };
    expect(forgeryProbability([typed, typed])).toBe(forgeryProbability([typed]));
    expect(forgeryProbability([typed, finding('high')])).toBeGreaterThan(forgeryProbability([typed]));
    expect(forgeryProbability(Array.from({ length: 20 }, () => finding('high')))).toBe(0.9);
  });
});

describe('runs of a line', () => {
  it('part where the class of characters changes, and at blanks', () => {
    const runs = textRuns(characters('金额：1,234.50元 ABC', 10, 20));
    expect(runs.map(({ text }) => text)).toEqual(['金额：', '1,234.50', '元', 'ABC']);
    expect(runs[1]!.region).toEqual({ x: 100, y: 20, width: 240, height: 30 });
  });
});
