const MAX_CHUNKS = 10_000;

/** EXIF and XMP of a WebP: the chunks of its RIFF container (WebP container specification, "Metadata"). */
export function webpMetadata(bytes: Uint8Array): { exif: Uint8Array | null; xmp: string | null } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let exif: Uint8Array | null = null;
  let xmp: string | null = null;
  let at = 12;
  for (let count = 0; at + 8 <= bytes.length && count < MAX_CHUNKS; count++) {
    const type = Buffer.from(bytes.subarray(at, at + 4)).toString('latin1');
    const length = view.getUint32(at + 4, true);
    if (length > bytes.length - at - 8) break;
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'EXIF') exif ??= stripExifHeader(data);
    if (type === 'XMP ') xmp ??= Buffer.from(data.subarray(0, 1 << 20)).toString('utf8');
    at += 8 + length + (length & 1);
  }
  return { exif, xmp };
}

/** Some writers keep JPEG's `Exif\0\0` in front of the TIFF structure. */
function stripExifHeader(data: Uint8Array): Uint8Array {
  return Buffer.from(data.subarray(0, 4)).toString('latin1') === 'Exif' ? data.subarray(6) : data;
}
