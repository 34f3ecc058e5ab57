import type { ImageFacts } from '@jianzhen/evidence';
import { type Candidate, CELL, type CellMap, type PageContext, type Signal } from '../../signal.ts';
import { candidate } from './candidate.ts';
import { dateContradictions } from './dates.ts';
import { dimensionContradiction } from './dimensions.ts';
import { classifyEncoder, type EncoderSignature } from './encoder/classify.ts';
import { programsNamed } from './software.ts';
import { compareThumbnail } from './thumbnail.ts';

const STATISTICS = [
  'editor-named',
  'dates',
  'dimensions',
  'thumbnail',
  'thumbnail-distance',
  'encoder-contradicts',
];

/** What an image says of itself, and whether that agrees with itself, with its thumbnail and with its encoding. */
export const metadata: Signal = {
  id: 'metadata',
  source:
    'CIPA DC-008 (Exif 3.0); E. Kee, M. K. Johnson, H. Farid, Digital image authentication from JPEG headers, IEEE TIFS 6(3), 2011',
  statisticNames: STATISTICS,
  applies: ({ facts, image }) => facts.image !== null || image.jpeg !== null,
  run({ facts, image, luma, page }: PageContext) {
    const about = page === 1 ? facts.image : null;
    const programs = about ? programsNamed(about) : [];
    const dates = about ? dateContradictions(about, facts) : [];
    const dimensions = about ? dimensionContradiction(about) : [];
    const thumbnail = about?.thumbnailImage ? compareThumbnail(about.thumbnailImage, image, luma) : null;
    const encoder = image.jpeg ? encoderCandidates(about, image.jpeg) : [];
    const shown = thumbnail?.candidates ?? [];
    return {
      map: mapOf(shown, image.width, image.height),
      statistics: {
        'editor-named': programs.filter(({ severity }) => severity !== 'info').length,
        dates: dates.length,
        dimensions: dimensions.length,
        thumbnail: shown.length,
        'thumbnail-distance': 1 - (thumbnail?.correlation ?? 1),
        'encoder-contradicts': encoder.filter(({ severity }) => severity !== 'info').length,
      },
      candidates: [...shown, ...dates, ...dimensions, ...programs, ...encoder],
    };
  },
};

function encoderCandidates(
  about: ImageFacts | null,
  jpeg: NonNullable<PageContext['image']['jpeg']>,
): Candidate[] {
  const fields = about?.metadata ?? {};
  const device = [fields.Make, fields.Model].filter(Boolean).join(' ');
  const signature = classifyEncoder({ jpeg, segments: String(fields['jpeg:segments'] ?? ''), device });
  const tables = describeTables(signature);
  const out = [
    candidate('document.jpeg-encoder', 'info', null, {
      encoder: signature.name,
      tables,
      class: signature.class,
      sampling: signature.sampling,
      huffman: signature.huffman,
    }),
  ];
  const resaved = signature.class === 'editor' || signature.tables.family === 'mozjpeg';
  if (device !== '' && resaved) {
    out.push(candidate('document.encoder-contradicts', 'low', null, { device, encoder: signature.name }));
  }
  return out;
}

function describeTables({ tables }: EncoderSignature): string {
  if (tables.quality !== null) return `${tables.family === 'ijg' ? 'IJG' : 'mozjpeg'} ${tables.quality}`;
  return tables.setting ? `Photoshop ${tables.setting}` : 'custom';
}

const WEIGHT = 4;

/** Where the thumbnail differs; elsewhere metadata has no word. */
function mapOf(candidates: readonly Candidate[], width: number, height: number): CellMap | null {
  const regions = candidates.flatMap(({ region }) => region ?? []);
  if (regions.length === 0) return null;
  const [columns, rows] = [Math.ceil(width / CELL), Math.ceil(height / CELL)];
  const data = new Float32Array(columns * rows);
  for (const region of regions) {
    const right = Math.min(columns, Math.ceil((region.x + region.width) / CELL));
    const bottom = Math.min(rows, Math.ceil((region.y + region.height) / CELL));
    for (let y = Math.floor(region.y / CELL); y < bottom; y++) {
      data.fill(WEIGHT, y * columns + Math.floor(region.x / CELL), y * columns + right);
    }
  }
  return { columns, rows, data };
}
