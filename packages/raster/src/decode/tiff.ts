// TIFF 6.0 (1992), section 2, and the BigTIFF extension: the chain of image file directories.

export interface TiffDirectory {
  /** Place in the chain, from 0. */
  readonly index: number;
  /** Compression tag: 1 none, 4 CCITT G4, 5 LZW, 6 and 7 JPEG, 8 Deflate … */
  readonly compression: number;
}

const NEW_SUBFILE_TYPE = 254;
const COMPRESSION = 259;
const REDUCED_RESOLUTION = 1;

/**
 * The directories that are pages; reduced-resolution copies, which pyramids hold, are not. A chain that is damaged,
 * loops or leaves the file ends there.
 *
 * @param limit pages after which to stop
 */
export function tiffPages(bytes: Uint8Array, limit: number): TiffDirectory[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const big = bytes[little ? 2 : 3] === 0x2b;
  const offsetAt = (at: number) => (big ? Number(view.getBigUint64(at, little)) : view.getUint32(at, little));
  const [countSize, entrySize, valueAt] = big ? [8, 20, 12] : [2, 12, 8];
  const seen = new Set<number>();
  const pages: TiffDirectory[] = [];
  if (bytes.length < 16) return pages;
  for (let at = offsetAt(big ? 8 : 4), index = 0; pages.length < limit && at > 0 && !seen.has(at); index++) {
    seen.add(at);
    if (at + countSize > bytes.length) break;
    const entries = big ? Number(view.getBigUint64(at, little)) : view.getUint16(at, little);
    const end = at + countSize + entries * entrySize;
    if (end > bytes.length) break;
    let kind = 0;
    let compression = 1;
    for (let entry = at + countSize; entry < end; entry += entrySize) {
      const tag = view.getUint16(entry, little);
      if (tag === NEW_SUBFILE_TYPE) kind = view.getUint32(entry + valueAt, little);
      if (tag === COMPRESSION) compression = view.getUint16(entry + valueAt, little);
    }
    if ((kind & REDUCED_RESOLUTION) === 0) pages.push({ index, compression });
    if (end + (big ? 8 : 4) > bytes.length) break;
    at = offsetAt(end);
  }
  return pages;
}

/** JPEG in its old and new form. */
export function isLossyTiff({ compression }: TiffDirectory): boolean {
  return compression === 6 || compression === 7;
}
