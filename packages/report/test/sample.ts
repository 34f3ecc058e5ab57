import type { PageReport } from '@jianzhen/evidence';
import type { ReportExhibit, ReportInput, ReportPage } from '../src/input.ts';

/** One opaque grey pixel: enough where a test looks at everything but the picture. */
export const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

export function sampleReport(changes: Partial<PageReport> = {}): PageReport {
  return {
    file: 'receipt.jpg',
    page: 1,
    pages: 1,
    width: 400,
    height: 600,
    verdict: 'forged',
    forgeryProbability: 0.973,
    findings: [
      {
        code: 'document.metadata-editor',
        severity: 'low',
        probability: 0.3,
        region: null,
        message: { zh: '由图像编辑软件保存。', en: 'Saved by an image editor.' },
      },
      {
        code: 'document.jpeg-grid',
        severity: 'high',
        probability: 0.97,
        region: { x: 40, y: 60, width: 200, height: 30 },
        message: { zh: '网格错开。', en: 'The grid is shifted.' },
        signal: 'jpeg-grid',
        values: { logNfa: -14.2345 },
      },
    ],
    mask: null,
    elapsedMs: 300,
    reading: null,
    traces: [],
    seals: [],
    codes: [],
    signatures: [],
    ...changes,
  };
}

export function samplePage(changes: Partial<ReportPage> = {}): ReportPage {
  return {
    report: sampleReport(),
    previewDataUri: PIXEL,
    heatmapDataUri: PIXEL,
    timings: { decode: 41.23 },
    ...changes,
  };
}

export function sampleExhibit(changes: Partial<ReportExhibit> = {}): ReportExhibit {
  return {
    file: 'receipt.jpg',
    mediaType: 'image/jpeg',
    bytes: 85_804,
    sha256: '4e7bb7f427732e769eafc6f6eed5a92eedccf96bc0c711f46466462b98916c73',
    metadata: { Software: 'Adobe Photoshop 25.0' },
    error: null,
    pages: [samplePage()],
    ...changes,
  };
}

export function sampleInput(...exhibits: readonly ReportExhibit[]): ReportInput {
  return { generatedAt: '2026-03-01T08:30:00.000Z', version: '0.1.0', exhibits };
}
