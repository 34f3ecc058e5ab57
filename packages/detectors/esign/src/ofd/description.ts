import { type OfdBox, ofdBox, type Xml, xmlChild, xmlChildren, xmlChildText } from '@jianzhen/raster';
import { type DigestName, digestByName } from '../crypto/digest.ts';
import { errors } from '../errors.ts';
import { isoTime } from '../time.ts';

/** GB/T 33190, 18.2: where a seal is to be seen. Millimetres. */
export interface Stamp {
  readonly id: string;
  readonly pageId: string;
  readonly boundary: OfdBox;
  /** Within the boundary: what of it shows. */
  readonly clip: OfdBox | null;
}

/** A part that is signed, and the hash it had. */
export interface Reference {
  readonly location: string;
  readonly value: Uint8Array;
}

/** Signature.xml. */
export interface Description {
  /** As written: an object identifier, mostly. */
  readonly method: string | null;
  /** ISO 8601; null where unreadable. */
  readonly signedAt: string | null;
  /** Null where the hash is none that is known. */
  readonly checkMethod: DigestName | null;
  readonly checkMethodText: string;
  readonly references: readonly Reference[];
  readonly stamps: readonly Stamp[];
  /** Where the seal lies as a file of its own. */
  readonly seal: string | null;
  readonly value: string | null;
}

/** GB/T 33190, 18.2.3: hashes by MD5 unless told otherwise. */
const DEFAULT_CHECK_METHOD = 'MD5';

/** As many as a package may have parts. */
const MAX_REFERENCES = 5_000;

/** @throws `esign.too-many-references` */
export function readDescription(root: Xml): Description {
  const info = xmlChild(root, 'SignedInfo');
  const references = xmlChild(info, 'References');
  const list = xmlChildren(references, 'Reference');
  if (list.length > MAX_REFERENCES)
    throw errors('esign.too-many-references', { count: list.length, limit: MAX_REFERENCES });
  const checkMethodText = references?.attributes.CheckMethod ?? DEFAULT_CHECK_METHOD;
  const time = xmlChildText(info, 'SignatureDateTime');
  return {
    method: xmlChildText(info, 'SignatureMethod'),
    signedAt: time === null ? null : isoTime(time),
    checkMethod: digestByName(checkMethodText),
    checkMethodText,
    references: list.map((reference) => ({
      location: reference.attributes.FileRef ?? '',
      value: Buffer.from(xmlChildText(reference, 'CheckValue') ?? '', 'base64'),
    })),
    stamps: xmlChildren(info, 'StampAnnot').flatMap((stamp) => readStamp(stamp)),
    seal: xmlChildText(xmlChild(info, 'Seal'), 'BaseLoc'),
    value: xmlChildText(root, 'SignedValue'),
  };
}

function readStamp({ attributes }: Xml): Stamp[] {
  const boundary = ofdBox(attributes.Boundary);
  if (!boundary) return [];
  return [
    { id: attributes.ID ?? '', pageId: attributes.PageRef ?? '', boundary, clip: ofdBox(attributes.Clip) },
  ];
}
