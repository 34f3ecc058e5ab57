import type { FileReport } from '@jianzhen/evidence';
import { type Mutant, mutate } from '../../support/mutate.ts';
import { writeZip, type ZipEntry } from './zip.ts';

/** Octets at a CMS's end: the last of them are its signature's value, the others may be certificates, which it does not protect. */
const CMS_END = 60;

/** Parts that signatures of the package refer to, and their descriptions and values as far as they are signed: from which octet on. */
export function protectedParts(
  entries: readonly ZipEntry[],
  { signatures }: FileReport,
): ReadonlyMap<string, number> {
  const descriptions = entries.filter(([name]) => name.endsWith('/Signature.xml'));
  const referred = descriptions.flatMap(([, xml]) =>
    [
      ...Buffer.from(xml)
        .toString()
        .matchAll(/FileRef="\/?([^"]*)"/g),
    ].map((match) => match[1]),
  );
  const own = entries
    .map(([name]) => name)
    .filter((name) => /\/(Signature\.xml|SignedValue\.dat)$/.test(name));
  const names = new Set([...referred, ...own]);
  // A covered list that has grown since ends with what no signature covers; `rebuildList` has tests of its own.
  const grown = signatures.some(({ changesAfterSigning }) => changesAfterSigning === 'permitted');
  for (const name of names) if (grown && name?.endsWith('/Signatures.xml')) names.delete(name);
  const cms = signatures.some(({ format }) => format === 'ofd-cms');
  return new Map(
    entries
      .filter(([name, content]) => names.has(name) && content.length > 0)
      .map(([name, { length }]) => [name, cms && name.endsWith('.dat') ? Math.max(0, length - CMS_END) : 0]),
  );
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
