import { expect, it } from 'vitest';
import { recordingOf } from '../../../scripts/plain-voices.ts';
import { renderReport } from '../src/index.ts';
import { sampleExhibit, samplePage, sampleReport } from './sample.ts';

it('shows who speaks in a recording, its quality, and its findings, and no probability of forgery', () => {
  const { voice } = recordingOf('agent', null);
  const [first, second] = voice.channels;
  const match = { voiceprintId: 'v', kind: 'watch', person: '<b>C-1', lenderId: null, caseId: null } as const;
  const report = sampleReport({
    file: 'call.wav',
    width: 0,
    height: 0,
    verdict: 'suspicious',
    findings: [
      {
        code: 'voice.watch-list',
        severity: 'high',
        probability: 0.97,
        region: null,
        message: { zh: '与关注名单相符。', en: 'On the watch-list.' },
      },
    ],
    voice: {
      ...voice,
      channels: [{ ...first!, matches: [{ ...match, llr: 9.2, probability: 0.97 }] }, second!],
    },
  });
  const page = samplePage({ report, previewDataUri: null, heatmapDataUri: null });
  const html = renderReport({
    generatedAt: '2026-03-01T08:30:00.000Z',
    version: '0.1.0',
    exhibits: [sampleExhibit({ file: 'call.wav', mediaType: 'audio/wav', pages: [page] })],
  });
  for (const text of ['与关注名单相符。', '97%', '&lt;b&gt;C-1', '12.0 s', '-20 dBFS', '语音过少', '8000 Hz'])
    expect(html).toContain(text);
  expect(html).not.toContain('0 × 0');
});
