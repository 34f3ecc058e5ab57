import {
  type CodedError,
  type Detector,
  type FileDetector,
  type Mask,
  type Seal,
  toCodedError,
  verdictOf,
} from '@jianzhen/evidence';
import { type Exhibit, openExhibit } from '@jianzhen/intake';
import { cropPng, encodePng, heatmapPng, type PageImage, renderPreview } from '@jianzhen/raster';
import { type Inspected, inspectQuietly, onPage } from './file-detectors.ts';
import { judge } from './judge.ts';
import { messages } from './messages.ts';
import { operatingPoints } from './model.ts';
import {
  enlargeCode,
  enlargeFinding,
  enlargeMask,
  enlargeReading,
  enlargeSeal,
  reducePage,
} from './reduce.ts';
import type { PageInput } from './registry.ts';
import { holdSeals } from './seals-and-signatures.ts';
import type { ExaminedPage, ExamineInput, ExamineResult } from './types.ts';
import { examineRecording, isRecording } from './voices/examine-recording.ts';
import type { Listener } from './voices/listen.ts';

/** Longest edge of what people look at. */
const PREVIEW_EDGE = 1600;

/** The detector that reads. */
export const READER = 'papers';
/** The detector of seals in pixels. */
const SEALS = 'seal';
/** The detector of QR codes. */
const CODES = 'qr';
/** What `only` a part of the detectors is asked for. */
const ASKED: Readonly<Record<string, string>> = { seals: SEALS, codes: CODES };
/** What `reading: false` leaves out. */
const READ = new Set([READER, SEALS, CODES]);

export interface Alive {
  /** Called with a page's number of pixels, as the detectors will see it, once it is decoded. */
  readonly onDecoded: (pixels: number) => void;
  /** Called with a detector's id before it begins on a page. */
  readonly onDetector: (id: string) => void;
  /** Called after each page. */
  readonly onPage: () => void;
}

export interface Detectors {
  /** What each page passes. */
  readonly pages: readonly Detector<PageInput>[];
  /** What a file passes as a whole. */
  readonly files: readonly FileDetector[];
  /** What a recording passes instead. */
  readonly listen: Listener;
}

/**
 * The way of the data for one file, in the calling thread: intake, then detectors of the file, then every detector on every page,
 * then the verdict; a recording is listened to.
 * @param alive signs of life
 * @throws CodedError when the file cannot be read at all
 */
export async function examine(
  input: ExamineInput,
  { pages: detectors, files: fileDetectors, listen }: Detectors,
  alive: Alive = { onDecoded() {}, onDetector() {}, onPage() {} },
): Promise<ExamineResult> {
  const exhibit = await openExhibit(input.bytes, input.name);
  const asked = input.only && ASKED[input.only];
  const used = detectors.filter(({ id }) =>
    asked ? id === asked : input.reading !== false || !READ.has(id),
  );
  try {
    if (isRecording(exhibit.facts)) return await examineRecording(input, exhibit.facts, listen, alive.onPage);
    if (input.only === 'voice') return { facts: exhibit.facts, signatures: [], pages: [] };
    const receivedAt = input.receivedAt ?? new Date().toISOString();
    const inspected = asked
      ? { signatures: [], findings: [] }
      : await inspectQuietly(input.bytes, { ...exhibit.facts, receivedAt }, fileDetectors);
    const pages: ExaminedPage[] = [];
    let refused: CodedError | null = null;
    for (let page = 1; page <= exhibit.pages; page++) {
      try {
        pages.push(await examinePage(exhibit, page, input, used, inspected, alive));
      } catch (thrown) {
        const error = toCodedError(thrown);
        if (error.code === 'internal.unexpected') throw error;
        // One broken page must not cost the others; a file of broken pages only is an unreadable file.
        refused ??= error;
        pages.push(brokenPage(exhibit, page, input, inspected, error));
      }
      alive.onPage();
    }
    if (refused && pages.every(({ width }) => width === 0)) throw refused;
    return { facts: exhibit.facts, signatures: inspected.signatures, pages };
  } finally {
    await exhibit.close();
  }
}

async function examinePage(
  exhibit: Exhibit,
  page: number,
  input: ExamineInput,
  detectors: readonly Detector<PageInput>[],
  inspected: Inspected,
  { onDecoded, onDetector }: Alive,
): Promise<ExaminedPage> {
  const started = performance.now();
  const image = await exhibit.page(page);
  const decoded = performance.now();
  const reduced = reducePage(image);
  onDecoded(reduced.width * reduced.height);
  const facts = input.receivedAt ? { ...exhibit.facts, receivedAt: input.receivedAt } : exhibit.facts;
  const identities = input.identities ? { identities: input.identities } : {};
  const judged = await judge({ image: reduced, facts, page, ...identities }, detectors, onDetector);
  const factor = image.width / judged.mask.width;
  const ofFile = onPage(inspected, page, exhibit.pages, image);
  const probability = Math.max(judged.probability, ofFile.forgeryProbability);
  const held = holdSeals(
    judged.seals.map((seal) => enlargeSeal(seal, factor)),
    inspected.signatures,
    page,
    image,
    image.track === 'render',
  );
  const mask = enlargeMask(judged.mask, image.width, image.height);
  return {
    file: input.name,
    page,
    pages: exhibit.pages,
    width: image.width,
    height: image.height,
    verdict: judged.readable ? verdictOf(probability, operatingPoints) : 'unreadable',
    forgeryProbability: probability,
    findings: [
      ...judged.findings.map((finding) => enlargeFinding(finding, factor)),
      ...ofFile.findings,
      ...held.findings,
    ],
    reading: judged.reading && enlargeReading(judged.reading, factor),
    traces: [...judged.traces],
    seals: held.seals,
    codes: judged.codes.map((code) => enlargeCode(code, factor)),
    signatures: ofFile.signatures,
    template: judged.template,
    mask: null,
    elapsedMs: Math.round(performance.now() - started),
    ...(await pictures(image, mask, held.seals, input)),
    rawMask: input.raw ? mask.data : null,
    statistics: input.raw ? judged.statistics : {},
    timings: { decode: decoded - started, ...judged.timings },
  };
}

function brokenPage(
  { pages }: Exhibit,
  page: number,
  { name }: ExamineInput,
  inspected: Inspected,
  error: CodedError,
): ExaminedPage {
  const ofFile = onPage(inspected, page, pages, { width: 0, height: 0 });
  return {
    file: name,
    page,
    pages,
    width: 0,
    height: 0,
    verdict: 'unreadable',
    forgeryProbability: 0,
    findings: [messages.brokenPage(error), ...ofFile.findings],
    reading: null,
    traces: [],
    template: null,
    seals: [],
    codes: [],
    signatures: ofFile.signatures,
    mask: null,
    elapsedMs: 0,
    maskPng: null,
    preview: null,
    heatmapPng: null,
    crops: [],
    rawMask: null,
    statistics: {},
    timings: {},
  };
}

async function pictures(
  image: PageImage,
  mask: Mask,
  seals: readonly Seal[],
  { masks, previews, crops }: ExamineInput,
) {
  return {
    crops: crops ? await Promise.all(seals.map(({ region }) => cropPng(image, region))) : [],
    maskPng: masks ? await encodePng(mask) : null,
    preview: previews ? await renderPreview(image, PREVIEW_EDGE, 'webp') : null,
    heatmapPng: previews ? await heatmapPng(mask, PREVIEW_EDGE) : null,
  };
}
