import { dictOf, isArray, type PdfHistory, PdfStream, type PdfValue } from '@jianzhen/pdf';
import { type Certificate, tryCertificate } from '../certificates/certificate.ts';
import { type Crl, parseCrl } from '../certificates/crl.ts';
import { type OcspResponse, parseOcsp } from '../certificates/ocsp.ts';
import { catalogOf } from './fields.ts';

/** What a document security store holds for validating its signatures later (EN 319 142-1, 5.4). */
export interface ValidationData {
  readonly certificates: readonly Certificate[];
  readonly crls: readonly Crl[];
  readonly ocsps: readonly OcspResponse[];
}

const MAX_STREAMS = 2_000;
/** Entries of lists, whatever they lead to. */
const MAX_ENTRIES = 100_000;
/** Revisions, newest first, whose stores are read: an update may have left out what an earlier one held. */
const MAX_STORES = 32;

/** Everything in the document security stores of all revisions. What cannot be parsed is left out. */
export function validationDataOf(history: PdfHistory): ValidationData {
  const certificates = new Set<PdfStream>();
  const crls = new Set<PdfStream>();
  const ocsps = new Set<PdfStream>();
  let left = MAX_ENTRIES;
  for (let k = history.newest; k >= Math.max(0, history.newest - MAX_STORES + 1); k--) {
    const store = dictOf(history.resolve(catalogOf(history, k).get('DSS'), k));
    if (!store) continue;
    const collect = (value: PdfValue | undefined, into: Set<PdfStream>) => {
      const list = history.resolve(value, k);
      for (const item of isArray(list) ? list : []) {
        if (--left < 0) return;
        const stream = history.resolve(item, k);
        if (stream instanceof PdfStream && into.size < MAX_STREAMS) into.add(stream);
      }
    };
    collect(store.get('Certs'), certificates);
    collect(store.get('CRLs'), crls);
    collect(store.get('OCSPs'), ocsps);
    const related = dictOf(history.resolve(store.get('VRI'), k));
    for (const item of related?.values() ?? []) {
      const entry = dictOf(history.resolve(item, k));
      collect(entry?.get('Cert'), certificates);
      collect(entry?.get('CRL'), crls);
      collect(entry?.get('OCSP'), ocsps);
    }
  }
  const parse = <T>(streams: ReadonlySet<PdfStream>, parser: (der: Uint8Array) => T | null): T[] =>
    [...streams].flatMap((stream) => {
      const der = history.decode(stream);
      const parsed = der && attempt(() => parser(der));
      return parsed ? [parsed] : [];
    });
  const distinct = new Map(
    parse(certificates, tryCertificate).map((certificate) => [certificate.facts.sha256, certificate]),
  );
  return {
    certificates: [...distinct.values()],
    crls: parse(crls, parseCrl),
    ocsps: parse(ocsps, parseOcsp),
  };
}

/** One odd list among many shall not cost the others. */
function attempt<T>(parse: () => T): T | null {
  try {
    return parse();
  } catch {
    return null;
  }
}
