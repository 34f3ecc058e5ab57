import { decode } from '../../codec.ts';
import { drawFaces, type FaceFamilies, type FaceSet } from '../../papers/faces.ts';
import type { Box, Picture } from '../../picture.ts';
import { createRandom, type Seed } from '../../random.ts';
import { renderVoucher, VOUCHER_KINDS, type VoucherKind } from '../../vouchers/render.ts';

/** A genuine page of another source: a scan of a receipt or a form. */
export interface RealPage {
  readonly bytes: Uint8Array;
  readonly name: string;
}

export interface Background {
  readonly picture: Picture;
  /** Pixels a millimetre. */
  readonly mm: number;
  /** Where seals would stand on it. */
  readonly places: readonly Box[];
  /** Print, where known. */
  readonly lines: readonly Box[];
}

/** Kinds that are paper; seals stand on all of them. */
const PAPER: readonly VoucherKind[] = VOUCHER_KINDS.filter((kind) => !kind.endsWith('screenshot'));
/** Vouchers are drawn at 150 dpi. */
const DRAWN = 150 / 25.4;

/**
 * A rendered voucher without its own seals, or a real page as it is, at most 2,000 pixels high.
 *
 * @param faces a set that the voucher's faces are drawn from, or the faces themselves
 */
export async function background(
  seed: Seed,
  faces: FaceSet | FaceFamilies,
  page?: RealPage,
): Promise<Background> {
  const random = createRandom(seed, 'seal background');
  if (page) {
    const picture = await decode(page.bytes);
    // Receipts are 80 mm wide, forms 210; the scans do not say which resolution they have.
    const millimetres =
      picture.height > 1.9 * picture.width ? 80 : picture.height > 1.5 * picture.width ? 110 : 190;
    return { picture, mm: picture.width / millimetres, places: [], lines: [] };
  }
  const kind = random.pick(PAPER);
  const families = typeof faces === 'string' ? drawFaces(faces, createRandom(seed, 'faces', kind)) : faces;
  const voucher = renderVoucher({ kind, seed, sealed: false, options: { families } });
  return {
    picture: voucher,
    mm: DRAWN,
    places: voucher.fields.flatMap(({ name, box }) => (name === 'seal' ? [box] : [])),
    lines: voucher.lines.map(({ box }) => box),
  };
}
