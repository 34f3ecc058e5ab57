// CIPA DC-008 (Exif 2.3), 4.6.4: XResolution and ResolutionUnit of the 0th image file directory.

const EXIF_HEADER = 6;
const X_RESOLUTION = 282;
const RESOLUTION_UNIT = 296;
const RATIONAL = 5;
const CENTIMETRE = 3;

/**
 * Pixels per inch that an Exif APP1 payload states; null where it states none or is damaged.
 * @param payload beginning with `Exif\0\0`
 */
export function exifDensity(payload: Uint8Array): number | null {
  const view = new DataView(
    payload.buffer,
    payload.byteOffset + EXIF_HEADER,
    payload.byteLength - EXIF_HEADER,
  );
  if (view.byteLength < 8) return null;
  const little = view.getUint8(0) === 0x49;
  const directory = view.getUint32(4, little);
  if (directory + 2 > view.byteLength) return null;
  const entries = view.getUint16(directory, little);
  let density: number | null = null;
  let perUnit = 1;
  for (let i = 0, at = directory + 2; i < entries && at + 12 <= view.byteLength; i++, at += 12) {
    const tag = view.getUint16(at, little);
    if (tag === RESOLUTION_UNIT && view.getUint16(at + 8, little) === CENTIMETRE) perUnit = 2.54;
    const value = view.getUint32(at + 8, little);
    if (tag !== X_RESOLUTION || view.getUint16(at + 2, little) !== RATIONAL || value + 8 > view.byteLength)
      continue;
    const ratio = view.getUint32(value, little) / view.getUint32(value + 4, little);
    density = Number.isFinite(ratio) && ratio > 0 ? ratio : null;
  }
  return density === null ? null : density * perUnit;
}
