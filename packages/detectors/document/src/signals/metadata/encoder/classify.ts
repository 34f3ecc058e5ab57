import type { Message } from '@jianzhen/evidence';
import type { JpegImage } from '@jianzhen/raster';
import data from './families.json' with { type: 'json' };
import { huffmanKind } from './huffman.ts';
import { type TableFamily, tableFamily } from './tables.ts';

export type EncoderClass = 'camera' | 'chat' | 'editor' | 'scanner' | 'library' | 'unknown';

/** What the way a JPEG is written says of who saved it last. */
export interface EncoderSignature {
  readonly class: EncoderClass;
  readonly name: Message;
  readonly tables: TableFamily;
  readonly sampling: string;
  readonly huffman: 'standard' | 'optimised';
}

export interface EncoderInput {
  readonly jpeg: JpegImage;
  /** Application segments as intake lists them: `APP0 JFIF, APP1 Exif`. */
  readonly segments: string;
  /** EXIF Make and Model. */
  readonly device: string;
}

interface Family {
  readonly class: string;
  readonly name: Message;
  readonly tables?: readonly string[];
  readonly with?: string;
  readonly without?: string;
  readonly camera?: boolean;
  readonly scanner?: boolean;
  readonly progressive?: boolean;
  readonly huffman?: string;
  readonly sampling?: readonly string[];
  readonly dpi?: readonly number[];
}

const SCANNER = /scan(ner|jet)|canoscan|perfection|fi-\d{4}|scansnap|imagerunner|bizhub|workcentre|mfp/i;
const UNKNOWN: Message = { zh: '未知软件', en: 'unknown software' };

export function classifyEncoder({ jpeg, segments, device }: EncoderInput): EncoderSignature {
  const tables = tableFamily(jpeg);
  const sampling = samplingOf(jpeg);
  const huffman = huffmanKind(jpeg);
  const fits = (family: Family): boolean =>
    (family.tables?.includes(tables.family) ?? true) &&
    (family.with === undefined || new RegExp(family.with).test(segments)) &&
    (family.without === undefined || !new RegExp(family.without).test(segments)) &&
    (!family.camera || (device !== '' && !SCANNER.test(device))) &&
    (!family.scanner || SCANNER.test(device)) &&
    (family.progressive ?? jpeg.progressive) === jpeg.progressive &&
    (family.huffman ?? huffman) === huffman &&
    (family.sampling?.includes(sampling) ?? true) &&
    (family.dpi === undefined || (jpeg.dpi !== null && family.dpi.includes(Math.round(jpeg.dpi))));
  const family = (data.families as readonly Family[]).find(fits);
  const kind = (family?.class ?? 'unknown') as EncoderClass;
  return { class: kind, name: family?.name ?? UNKNOWN, tables, sampling, huffman };
}

function samplingOf({ components }: JpegImage): string {
  const [luma, chroma] = components;
  if (!luma || !chroma) return 'grey';
  const ratio = `${luma.horizontal / chroma.horizontal}x${luma.vertical / chroma.vertical}`;
  return (
    (
      { '1x1': '4:4:4', '2x1': '4:2:2', '2x2': '4:2:0', '1x2': '4:4:0', '4x1': '4:1:1' } as Record<
        string,
        string
      >
    )[ratio] ?? ratio
  );
}
