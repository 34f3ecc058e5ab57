// JFIF 1.02 (APP0), Exif (APP1) and Adobe Technical Note 5116 (APP14): density, and what the components mean.

import { exifDensity } from './exif-density.ts';
import type { Frame } from './frame.ts';
import type { JpegImage } from './types.ts';

export interface ApplicationData {
  jfif: boolean;
  /** JFIF's density; Exif's where JFIF states none. */
  dpi: number | null;
  /** Adobe's transform flag; null where there is no such segment. */
  adobeTransform: number | null;
}

const INCH_IN_CENTIMETRES = 2.54;

/** Takes note of an APP0, APP1 or APP14 payload; others say nothing of interest here. */
export function readApplicationSegment(marker: number, payload: Uint8Array, into: ApplicationData): void {
  if (marker === 0xe0 && startsWith(payload, 'JFIF\0') && payload.length >= 12) {
    into.jfif = true;
    const density = (payload[8]! << 8) | payload[9]!;
    const unit = payload[7]!;
    if (density > 0 && unit === 1) into.dpi = density;
    if (density > 0 && unit === 2) into.dpi = density * INCH_IN_CENTIMETRES;
  } else if (marker === 0xe1 && startsWith(payload, 'Exif\0\0')) {
    into.dpi ??= exifDensity(payload);
  } else if (marker === 0xee && startsWith(payload, 'Adobe') && payload.length >= 12) {
    into.adobeTransform = payload[11]!;
  }
}

/** The components' meaning; where no segment tells, by the customary component ids. */
export function colourTransform(frame: Frame, application: ApplicationData): JpegImage['colourTransform'] {
  const { adobeTransform, jfif } = application;
  const ids = frame.components.map((component) => component.id);
  if (ids.length === 1) return 'grey';
  if (ids.length === 4) return adobeTransform === 2 ? 'ycck' : 'cmyk';
  if (jfif) return 'ycbcr';
  if (adobeTransform !== null) return adobeTransform === 0 ? 'rgb' : 'ycbcr';
  return String.fromCharCode(...ids) === 'RGB' ? 'rgb' : 'ycbcr';
}

function startsWith(payload: Uint8Array, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (payload[i] !== text.charCodeAt(i)) return false;
  return true;
}
