import type { FileReport } from '@jianzhen/evidence';
import { type Mutant, mutate } from '../../support/mutate.ts';
import { readZip, writeZip, type ZipEntry } from './zip.ts';

/** Octets at a CMS's end: the last of them are its signature's value, the others may be certificates, which it does not protect. */
const CMS_END = 60;

/** Parts that signatures of the package refer to, and their descriptions and values as far as they are signed. */
export function protectedParts(
  entries: readonly ZipEntry[],
  report: FileReport,
): ReadonlyMap<string, number> {
  const from = new Map<string, number>();
  const unprotected = new Set(report.signatures.flatMap((signature) => signature.unprotected));
  for (const [name, content] of entries) {
    if (unprotected.has(name) || content.length === 0) continue;
    const isCms =
      /SignedValue\.dat$/.test(name) && report.signatures.some(({ format }) => format === 'ofd-cms');
    from.set(name, isCms ? Math.max(0, content.length - CMS_END) : 0);
  }
  return from;
}

/** The package with one octet of a protected part changed, zipped anew. */
export function mutatePart(
  entries: readonly ZipEntry[],
  parts: ReadonlyMap<string, number>,
  random: () => number,
): { readonly bytes: Uint8Array; readonly part: string; readonly mutant: Mutant } {
  const names = [...parts.keys()];
  const part = names[Math.floor(random() * names.length)]!;
  const content = entries.find(([name]) => name === part)![1];
  const mutant = mutate(content, random, [{ start: parts.get(part)!, end: content.length }]);
  const changed = entries.map(([name, old]): ZipEntry => [name, name === part ? mutant.bytes : old]);
  return { bytes: writeZip(changed), part, mutant };
}

/** A report that lets somebody believe that nothing happened: as many signatures, all sound, nothing high. */
export const accepts = ({ signatures, findings }: FileReport, before: FileReport): boolean =>
  signatures.length === before.signatures.length &&
  signatures.every(({ intact }) => intact) &&
  findings.every(({ severity }) => severity !== 'high');

export { readZip };
