import { decode, encodeJpeg } from '../codec.ts';
import { planSaves, runSaves } from '../forge/saves.ts';
import { drawJpegSettings } from '../forge/settings.ts';
import type { Pipeline } from '../forge/types.ts';
import { createRandom, type Seed } from '../random.ts';
import { type Capture, captureVoucher } from '../vouchers/capture.ts';
import { renderVoucher, type Voucher, type VoucherKind } from '../vouchers/render.ts';
import { drawPerson } from '../vouchers/wording.ts';
import { CONTRADICTIONS, type Contradiction, type ContradictionSort } from './contradictions.ts';
import { drawFaces, type FaceSet } from './faces.ts';
import type { PaperContext, PaperFile } from './types.ts';

/** `phone`: photographed, saved as JPEG; `scan`: 150 dpi, JPEG; `chat`: photographed, sent on through two or three chat apps. */
export const PAPER_CAPTURES = ['phone', 'scan', 'chat'] as const;
export type PaperCapture = (typeof PAPER_CAPTURES)[number];

const WAYS: Readonly<Record<PaperCapture, readonly [Capture, Pipeline]>> = {
  phone: ['phone', 'jpeg'],
  scan: ['scanner', 'jpeg'],
  chat: ['phone', 'forwarded'],
};

/** After every date that a genuine page bears. */
const RECEIVED = '2027-01-15';

export interface PaperRequest {
  readonly kind: VoucherKind;
  readonly seed: Seed;
  readonly faces: FaceSet;
  readonly capture: PaperCapture;
  /** The sort of contradiction that is planted; a genuine page without. Its `kinds` must have the page's. */
  readonly contradiction?: ContradictionSort;
}

/**
 * A page with all that it says: the same for the same request. With a contradiction it is the genuine page of the same seed but
 * for the one value.
 */
export async function makePaper({
  kind,
  seed,
  faces,
  capture,
  contradiction,
}: PaperRequest): Promise<PaperFile> {
  const planted: Contradiction | undefined = contradiction && CONTRADICTIONS[contradiction];
  const random = createRandom(seed, 'paper', kind, contradiction ?? 'genuine');
  const families = drawFaces(faces, createRandom(seed, 'faces', kind));
  const holder = drawPerson(createRandom(seed, 'holder', kind));
  const request = { kind, seed, holder };
  const genuine = renderVoucher({ ...request, options: { families } });
  const words = planted?.wording?.(textsOf(genuine), random);
  const voucher = words
    ? renderVoucher({ ...request, options: { families, wording: (name, text) => words[name] ?? text } })
    : genuine;
  const known: PaperContext = {
    receivedAt: RECEIVED,
    seals: voucher.fields.flatMap(({ name, text }) => (name === 'seal' ? [text] : [])),
    identities: [
      {
        source: '客户资料',
        names: [holder.name],
        identityNumbers: [holder.identity],
        phones: [],
        bankCards: [],
      },
    ],
  };
  const saved = await savedPage(voucher, capture, createRandom(seed, 'capture', kind, capture));
  return {
    ...saved,
    truth: {
      kind,
      lines: saved.lines,
      ignored: saved.ignored,
      fields: voucher.keys,
      contradictions: planted ? [planted.code] : [],
    },
    context: planted?.context?.(known, random) ?? known,
  };
}

const textsOf = ({ fields }: Voucher): Record<string, string> =>
  Object.fromEntries(fields.map(({ name, text }) => [name, text]));

async function savedPage(voucher: Voucher, capture: PaperCapture, random: ReturnType<typeof createRandom>) {
  const [device, pipeline] = WAYS[capture];
  const taken = await captureVoucher(voucher, device, random);
  const first = await decode(await encodeJpeg(taken, drawJpegSettings(random, 84, 94)));
  const others = taken.fields.filter(({ name }) => name === 'seal' || name === 'signature');
  const boxes = [...taken.lines, ...others].map(({ box }) => box);
  const { file, extension, width, height, regions } = await runSaves(
    planSaves(pipeline, first, random),
    first,
    null,
    boxes,
  );
  const lines = taken.lines.map(({ text }, i) => ({ text, box: regions[i]! }));
  return { file, extension, width, height, lines, ignored: regions.slice(lines.length) };
}
