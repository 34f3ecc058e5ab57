import {
  type FileDetector,
  type FileFacts,
  type FileFinding,
  type Finding,
  type Region,
  type Signature,
  toCodedError,
} from '@jianzhen/evidence';
import { messages } from './messages.ts';

/** What the detectors of whole files say of one. */
export interface Inspected {
  readonly signatures: readonly Signature[];
  readonly findings: readonly FileFinding[];
}

/**
 * One file past all detectors of files.
 * @param facts `receivedAt` is the time that certificates are judged at
 */
export async function inspectFile(
  bytes: Uint8Array,
  facts: Pick<FileFacts, 'mediaType' | 'receivedAt'>,
  detectors: readonly FileDetector[],
): Promise<Inspected> {
  const signatures: Signature[] = [];
  const findings: FileFinding[] = [];
  for (const detector of detectors) {
    const report = await detector.examine(bytes, facts);
    signatures.push(...(report?.signatures ?? []));
    findings.push(...(report?.findings ?? []));
  }
  return { signatures, findings };
}

/** The same, but what a detector refuses is said beside what the pages show instead of costing them. */
export async function inspectQuietly(
  bytes: Uint8Array,
  facts: Pick<FileFacts, 'mediaType' | 'receivedAt'>,
  detectors: readonly FileDetector[],
): Promise<Inspected> {
  try {
    return await inspectFile(bytes, facts, detectors);
  } catch (thrown) {
    const error = toCodedError(thrown);
    if (error.code === 'internal.unexpected') throw error;
    return { signatures: [], findings: [{ ...messages.brokenPage(error), page: 1 }] };
  }
}

/** What of it concerns page `page`, in pixels of `size`. What is nowhere to be seen stands with the first page. */
export function onPage(
  { signatures, findings }: Inspected,
  page: number,
  pages: number,
  size: { readonly width: number; readonly height: number },
): { readonly signatures: Signature[]; readonly findings: Finding[]; readonly forgeryProbability: number } {
  const home = (of: number | null) => (of === null || of > pages ? 1 : of);
  const found = findings.filter((finding) => home(finding.page) === page);
  return {
    signatures: signatures.filter((signature) => home(signature.page) === page),
    findings: found.map(({ page: _, region, ...finding }) => ({
      ...finding,
      region: region && scaled(region, size),
    })),
    // What is said softly is for a person to weigh; only what is grave makes the page as forged as it is probable.
    forgeryProbability: Math.max(
      0,
      ...found.filter(({ severity }) => severity === 'high').map(({ probability }) => probability),
    ),
  };
}

/** Shares of a page in its pixels, cut to the page. */
function scaled(
  region: Region,
  { width, height }: { readonly width: number; readonly height: number },
): Region {
  const cut = (value: number, most: number) => Math.min(Math.max(value, 0), 1) * most;
  const [x, y] = [cut(region.x, width), cut(region.y, height)];
  return {
    x,
    y,
    width: cut(region.x + region.width, width) - x,
    height: cut(region.y + region.height, height) - y,
  };
}
