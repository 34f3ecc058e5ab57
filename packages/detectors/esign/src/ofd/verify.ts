import type { FileReport } from '@jianzhen/evidence';
import { inspectOfd, type OfdInspection } from '@jianzhen/raster';
import type { TrustStore } from '../certificates/trust.ts';
import { errors } from '../errors.ts';
import { remark } from '../remark.ts';
import { signatureParts } from './cover.ts';
import { findingsOf } from './findings.ts';
import { type ListedSignature, readSignatureLists } from './list.ts';
import { type OpenedSignature, openSignature } from './open.ts';
import { orElse } from './or-else.ts';
import { PartDigests } from './references.ts';
import { type VerifiedSignature, verifyOne } from './verify-one.ts';

/** Each costs four checks on the curve; a package with more is up to something. */
const MAX_SIGNATURES = 100;
/** Of all signatures together: descriptions, which are parsed slowly, and values; a seal's picture has some hundred kilobytes. */
const MAX_BYTES = { descriptions: 4 << 20, values: 32 << 20 };

export interface OfdContext {
  readonly trust: TrustStore;
  /** When the check is made. */
  readonly at: Date;
}

/**
 * All signatures of all documents in an OFD (GB/T 33190, clause 18), in the order of the file, and findings for its pages.
 * @throws CodedError `ofd.broken`, `ofd.bomb`, `ofd.path-traversal` where the archive cannot be read;
 *   `esign.too-many-signatures`, `esign.too-large`
 */
export async function verifyOfd(bytes: Uint8Array, context: OfdContext): Promise<FileReport> {
  const ofd = await inspectOfd(bytes);
  const opened = openSignatures(ofd);
  if (opened.length === 0) return { findings: [], signatures: [] };
  const shown = orElse(() => ofd.parts(), new Map());
  const state = {
    ofd,
    digests: new PartDigests(ofd.pack),
    shown,
    pages: orElse(() => ofd.pages(), []),
    ofSignatures: signatureParts(ofd.pack.names, opened, shown),
    remarks: ofd.pack
      .ambiguities()
      .slice(0, 5)
      .map(({ kind, detail }) => remark('package-ambiguous', 'FORMAT_FAILURE', { kind, detail })),
    context,
  };
  const verified: VerifiedSignature[] = opened.map((one) =>
    verifyOne(
      state,
      one,
      opened.filter(({ listed }) => listed.list === one.listed.list),
    ),
  );
  return {
    findings: findingsOf(ofd, shown, verified),
    signatures: verified.map(({ signature }) => signature),
  };
}

/** Errors: `ofd.broken`, `ofd.bomb`, `esign.too-many-signatures`, `esign.too-large`. */
export function openSignatures({ pack }: OfdInspection): readonly OpenedSignature[] {
  const listed: readonly ListedSignature[] = readSignatureLists(pack);
  if (listed.length > MAX_SIGNATURES)
    throw errors('esign.too-many-signatures', { count: listed.length, limit: MAX_SIGNATURES });
  const left = { ...MAX_BYTES };
  return listed.map((one) => {
    const opened = openSignature(pack, one);
    left.descriptions -= opened.xml?.length ?? 0;
    left.values -= opened.value?.length ?? 0;
    if (left.descriptions < 0 || left.values < 0) throw errors('esign.too-large');
    return opened;
  });
}
