import type { LabelledSample } from '@jianzhen/engine';
import {
  forgeSample,
  OPERATIONS,
  type Operation,
  PIPELINES,
  type Pipeline,
  renderVoucher,
  type Sample,
  VOUCHER_KINDS,
  type VoucherKind,
} from '@jianzhen/simulate';
import sharp from 'sharp';

/** Vouchers a kind; each with its own person and numbers. */
const PER_KIND = 2;

async function voucherPng(kind: VoucherKind, seed: string): Promise<Uint8Array> {
  const { width, height, rgb } = renderVoucher({ kind, seed });
  return sharp(rgb, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

function sample(kind: VoucherKind, op: Operation | 'none', pipeline: Pipeline, seed: string): LabelledSample {
  let made: Promise<Sample> | null = null;
  const make = () => {
    made ??= (async () => {
      const donorKind = VOUCHER_KINDS[(VOUCHER_KINDS.indexOf(kind) + 1) % VOUCHER_KINDS.length]!;
      const donor = { bytes: await voucherPng(donorKind, `${seed}/donor`), name: donorKind };
      return forgeSample({ sourceBytes: await voucherPng(kind, seed), donor, op, pipeline, seed });
    })();
    return made;
  };
  const forged = op !== 'none';
  const file = `${seed}-${pipeline}-${op}`;
  return {
    row: {
      file,
      label: forged ? 1 : 0,
      mask: forged ? `${file}.mask` : '',
      columns: { source: seed, op, pipeline },
    },
    read: async () => (await make()).file,
    readMask: forged ? async () => (await make()).mask! : null,
  };
}

/**
 * A labelled set that needs no data folder: rendered Chinese vouchers of every kind, each pipeline's untouched twin and one
 * forgery a pipeline, operations in turn. Fitting saw vouchers of these kinds, but none of these.
 */
export async function generatedSet(seed: number): Promise<LabelledSample[]> {
  return VOUCHER_KINDS.flatMap((kind, k) =>
    Array.from({ length: PER_KIND }, (_, n) => `${seed}-${kind}-${n}`).flatMap((source, n) =>
      PIPELINES.flatMap((pipeline, p) => [
        sample(kind, 'none', pipeline, source),
        sample(kind, OPERATIONS[(k + n + p) % OPERATIONS.length]!, pipeline, source),
      ]),
    ),
  );
}
