import type { FileReport } from '@jianzhen/evidence';
import { inspectOfd, type OfdInspection } from '@jianzhen/raster';
import type { TrustStore } from '../certificates/trust.ts';
import { errors } from '../errors.ts';
import { remark } from '../remark.ts';
import { signatureParts } from './cover.ts';
import { findingsOf } from './findings.ts';
import { type ListedSignature, readSignatureLists } from './list.ts';
import { type OpenedSignature, openSignature } from './open.ts';
import { PartDigests } from './references.ts';
import { type VerifiedSignature, verifyOne } from './verify-one.ts';

/** Each costs four checks on the curve; a package with more is up to something. */
const MAX_SIGNATURES = 100;

export interface OfdContext {
  readonly trust: TrustStore;
  /** When the check is made. */
  readonly at: Date;
}

/**
 * All signatures of all documents in an OFD (GB/T 33190, clause 18), in the order of the file, and findings for its pages.
 * @throws CodedError `ofd.broken`, `ofd.bomb`, `ofd.path-traversal` where the archive cannot be read;
 *   `esign.too-many-signatures`
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

/** Errors: `ofd.broken`, `ofd.bomb`, `esign.too-many-signatures`. */
export function openSignatures({ pack }: OfdInspection): readonly OpenedSignature[] {
  const listed: readonly ListedSignature[] = readSignatureLists(pack);
  if (listed.length > MAX_SIGNATURES)
    throw errors('esign.too-many-signatures', { count: listed.length, limit: MAX_SIGNATURES });
  return listed.map((one) => openSignature(pack, one));
}

/** A document that cannot be shown can still be verified part by part. */
function orElse<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
