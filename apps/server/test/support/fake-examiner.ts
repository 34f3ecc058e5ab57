import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ExaminedPage, Examiner } from '@jianzhen/cases';
import { defineErrors } from '@jianzhen/evidence';
import { recordingOf } from '../../../../scripts/plain-voices.ts';

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

/** `voice: agent anna` is a recording of these, a channel each; `-` says too little. */
function recording(name: string, text: string, voiceprints: boolean): ExaminedPage {
  const names = text.replace('voice:', '').trim().split(' ');
  const { voice, voiceprints: prints } = recordingOf(...names.map((one) => (one === '-' ? null : one)));
  return {
    ...{ file: name, page: 1, pages: 1, width: 0, height: 0, verdict: 'genuine', forgeryProbability: 0 },
    ...{ findings: [], mask: null, elapsedMs: 1, reading: null, traces: [], seals: [], codes: [] },
    ...{ signatures: [], template: null, maskPng: null, heatmapPng: null, preview: null },
    ...{ statistics: {}, timings: {}, voice, ...(voiceprints && { voiceprints: prints }) },
  };
}

/**
 * An examiner that goes by the file's text: `forged`, `suspicious` or `genuine` pages separated by commas;
 * `unreadable` and `broken` throw. `delayMs` makes it slow.
 */
export function fakeExaminer(delayMs = 0): Examiner & { examined: string[] } {
  const examined: string[] = [];
  return {
    examined,
    async examine({ name, bytes, reading = true, voiceprints = false, only }) {
      examined.push(name);
      await sleep(delayMs);
      const text = new TextDecoder().decode(bytes).trim();
      if (text.startsWith('unreadable')) throw errors('test.unreadable');
      if (text.startsWith('broken')) throw errors('test.broken');
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      if (text.startsWith('voice:')) {
        const facts = { mediaType: 'audio/wav', bytes: bytes.length, sha256 };
        return { facts, signatures: [], pages: [recording(name, text, voiceprints)] };
      }
      if (only === 'voice')
        return { facts: { mediaType: 'image/png', bytes: 1, sha256 }, signatures: [], pages: [] };
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
