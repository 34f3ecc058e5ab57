import type { ExaminedPage, ExamineResult } from '@jianzhen/engine';
import { operatingPoints } from '@jianzhen/engine';
import type { CodedError, FileFacts } from '@jianzhen/evidence';
import type { ReportExhibit, ReportInput } from '@jianzhen/report';
import { version } from './version.ts';

export type ReportEntry =
  | ({ readonly file: string } & Pick<ExamineResult, 'facts' | 'pages'>)
  | { readonly file: string; readonly error: CodedError };

const dataUri = (type: string, bytes: Uint8Array | null) =>
  bytes ? `data:${type};base64,${Buffer.from(bytes).toString('base64')}` : null;

/** What the file says of itself, image or PDF, as one flat record. */
function metadata({ image, pdf }: FileFacts): Record<string, string | number> {
  if (!pdf) return { ...image?.metadata };
  const { version: pdfVersion, producer, creator, createdAt, modifiedAt, revisions } = pdf;
  const told = { pdfVersion, producer, creator, createdAt, modifiedAt, revisions: revisions.length };
  return Object.fromEntries(
    Object.entries(told).filter((entry): entry is [string, string | number] => entry[1] !== null),
  );
}

function exhibit(entry: ReportEntry): ReportExhibit {
  if ('error' in entry) {
    const { code, text } = entry.error;
    return {
      file: entry.file,
      mediaType: '',
      bytes: 0,
      sha256: '',
      metadata: {},
      error: { code, message: text },
      pages: [],
    };
  }
  const { file, facts, pages } = entry;
  return {
    file,
    mediaType: facts.mediaType,
    bytes: facts.bytes,
    sha256: facts.sha256,
    metadata: metadata(facts),
    orientation: facts.image?.orientation ?? 1,
    error: null,
    pages: pages.map((page: ExaminedPage) => ({
      report: page,
      previewDataUri: dataUri('image/webp', page.preview),
      heatmapDataUri: dataUri('image/png', page.heatmapPng),
      timings: page.timings,
    })),
  };
}

export function reportInput(entries: readonly ReportEntry[]): ReportInput {
  return { generatedAt: new Date().toISOString(), version, operatingPoints, exhibits: entries.map(exhibit) };
}
