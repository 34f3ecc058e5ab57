import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ExaminedPage, Examiner } from '@jianzhen/cases';
import { defineErrors } from '@jianzhen/evidence';

const errors = defineErrors({
  'test.unreadable': { zh: '无法读取。', en: 'Cannot be read.' },
  'test.broken': { zh: '检测器故障。', en: 'The detector broke.', status: 500 },
});

/** A page whose one line is the file's word. */
const readingOf = (word = ''): ExaminedPage['reading'] => {
  const region = { x: 1, y: 2, width: 3, height: 4 };
  const label = { zh: '姓名', en: 'Name' };
  return {
    kind: { name: 'receipt', label: { zh: '收据', en: 'Receipt' }, reasons: ['合计'] },
    fields: [{ name: 'name', label, text: word, value: word, confidence: 0.95, region, subject: null }],
    tables: [],
    lines: [{ text: word, confidence: 0.9, region, runs: [{ text: word, region }] }],
  };
};

/**
 * An examiner that goes by the file's text: `forged`, `suspicious` or `genuine` pages separated by commas;
 * `unreadable` and `broken` throw. `delayMs` makes it slow.
 */
export function fakeExaminer(delayMs = 0): Examiner & { examined: string[] } {
  const examined: string[] = [];
  return {
    examined,
    async examine({ name, bytes, reading = true }) {
      examined.push(name);
      await sleep(delayMs);
      const text = new TextDecoder().decode(bytes).trim();
      if (text.startsWith('unreadable')) throw errors('test.unreadable');
      if (text.startsWith('broken')) throw errors('test.broken');
      const words = text.split(',').map((word) => word.split(' ')[0]);
      const pages = words.map((word, i): ExaminedPage => {
        const verdict = word === 'forged' || word === 'suspicious' ? word : 'genuine';
        const probability = { forged: 0.97, suspicious: 0.5, genuine: 0.02 }[verdict];
        const region = { x: 1, y: 2, width: 3, height: 4 };
        const message = { zh: '文字被改动', en: 'Text was edited' };
        return {
          file: name,
          page: i + 1,
          pages: words.length,
          width: 8,
          height: 8,
          verdict,
          forgeryProbability: probability,
          findings:
            verdict === 'genuine'
              ? []
              : [
                  { code: 'document.text-edited', severity: 'high', probability, region, message },
                  { code: 'document.noise', severity: 'low', probability, region: null, message },
                ],
          mask: null,
          elapsedMs: delayMs,
          reading: reading ? readingOf(word) : null,
          traces: [],
          seals: [],
          codes: [],
          signatures: [],
          template: null,
          maskPng: verdict === 'genuine' ? null : Buffer.from(`mask of ${text} ${i}`),
          heatmapPng: verdict === 'genuine' ? null : Buffer.from(`heat map of ${text} ${i}`),
          preview: Buffer.from(`preview of ${text} ${i}`),
          statistics: { 'document.noise': 1.5, 'document.none': Number.NaN },
          timings: { decode: 1 },
        };
      });
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const image = {
        format: 'png',
        metadata: { Software: 'fake' },
        orientation: 6,
        thumbnail: null,
      } as const;
      return { facts: { mediaType: 'image/png', bytes: bytes.length, sha256, image }, pages, signatures: [] };
    },
    async close() {},
  };
}
