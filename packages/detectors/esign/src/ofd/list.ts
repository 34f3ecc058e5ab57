import { type OfdPackage, xmlChildren, xmlChildText } from '@jianzhen/raster';

/** An entry of a Signatures.xml (GB/T 33190, 18.1). */
export interface ListedSignature {
  readonly id: string;
  /** `Seal` or `Sign`, as written; `Seal` where nothing is. */
  readonly type: string;
  /** 0-based, in its list. */
  readonly index: number;
  /** Archive name of the list, and of the document whose list it is; the latter null where it is missing. */
  readonly list: string;
  readonly document: string | null;
  /** Where Signature.xml should be, as written. */
  readonly location: string;
}

/** Signatures of all documents in the package, in the order of the file. Errors: `ofd.broken`, `ofd.bomb`. */
export function readSignatureLists(pack: OfdPackage): readonly ListedSignature[] {
  const entry = pack.resolve('OFD.xml', '');
  if (entry === null) return [];
  return xmlChildren(pack.xml(entry), 'DocBody').flatMap((body) => {
    const location = xmlChildText(body, 'Signatures');
    const list = location === null ? null : pack.resolve(location, entry);
    if (list === null) return [];
    const document = pack.resolve(xmlChildText(body, 'DocRoot') ?? '', entry);
    return xmlChildren(pack.xml(list), 'Signature').map(({ attributes }, index) => ({
      id: attributes.ID ?? '',
      type: attributes.Type ?? 'Seal',
      index,
      list,
      document,
      location: attributes.BaseLoc ?? '',
    }));
  });
}
