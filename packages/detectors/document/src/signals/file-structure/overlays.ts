import type { PdfPageFacts, Region } from '@jianzhen/evidence';
import type { Candidate } from '../../signal.ts';
import { candidate } from './candidate.ts';
import { area, covered, toPixels } from './geometry.ts';

type Size = { readonly width: number; readonly height: number };

/** Share of a text run that must lie under a box for it to be hidden. */
const HIDDEN = 0.6;
/** Boxes above this share of the page are backgrounds. */
const BACKGROUND = 0.5;
const MAX_CANDIDATES = 10;

/** Text under boxes that were drawn later, with or without new text on top. */
export function coveredText(page: PdfPageFacts, image: Size): Candidate[] {
  const out: Candidate[] = [];
  for (const fill of page.fills) {
    if (out.length >= MAX_CANDIDATES || area(fill.region) > BACKGROUND * page.width * page.height) continue;
    const hidden = page.textRuns.filter(
      (run) => run.order < fill.order && run.characters > 1 && covered(run.region, fill.region) >= HIDDEN,
    );
    if (hidden.length === 0) continue;
    const above = page.textRuns.some(
      (run) => run.order > fill.order && covered(run.region, fill.region) >= HIDDEN,
    );
    const region = toPixels(fill.region, page, image);
    out.push(
      above
        ? candidate('document.pdf-text-covered', 'high', region, { runs: hidden.length })
        : candidate('document.pdf-text-hidden', 'medium', region, { runs: hidden.length }),
    );
  }
  return out;
}

/** Opaque pictures over text. Seals let the text under them show and do not count. */
export function imagesOverText(page: PdfPageFacts, image: Size): Candidate[] {
  const out: Candidate[] = [];
  for (const picture of page.images) {
    if (out.length >= MAX_CANDIDATES || picture.opaque !== true) continue;
    const hidden = page.textRuns.filter(
      (run) =>
        run.order < picture.order && run.characters > 1 && covered(run.region, picture.region) >= HIDDEN,
    );
    if (hidden.length === 0) continue;
    const region = toPixels(picture.region, page, image);
    out.push(candidate('document.pdf-image-over-text', 'medium', region, { runs: hidden.length }));
  }
  return out;
}

const SCAN_COVER = 0.8;
/** An overlay of the scan's own resolution may be a strip of it. */
const RESOLUTION_RATIO = 1.25;
const MAX_OVERLAY = 0.3;
/** More pictures than this are how a scanner splits a page into layers. */
const MAX_OVERLAYS = 4;
/** More visible text than this on a scan is a form filled in, or a recognised page with its text shown. */
const MAX_TYPED = 120;

/** Pictures and text that were put onto a page which otherwise is one scan. */
export function onScan(page: PdfPageFacts, image: Size): Candidate[] {
  const whole: Region = { x: 0, y: 0, width: page.width, height: page.height };
  const scan = page.images.find((picture) => covered(whole, picture.region) >= SCAN_COVER);
  if (!scan) return [];
  const scanDpi = resolution(scan);
  const pasted = page.images.filter((picture) => {
    const ratio = resolution(picture) / scanDpi;
    const differs = ratio > RESOLUTION_RATIO || ratio < 1 / RESOLUTION_RATIO;
    return picture.order > scan.order && differs && area(picture.region) <= MAX_OVERLAY * area(whole);
  });
  const out: Candidate[] = [];
  if (pasted.length <= MAX_OVERLAYS) {
    for (const picture of pasted) {
      const values = { dpi: Math.round(resolution(picture)), scan: Math.round(scanDpi) };
      // What lets the scan show through may be an electronic seal; what does not is a patch.
      const severity = picture.opaque === true ? 'medium' : 'low';
      out.push(
        candidate('document.pdf-pasted-on-scan', severity, toPixels(picture.region, page, image), values),
      );
    }
  }
  const typed = page.textRuns.filter((run) => run.order > scan.order);
  const characters = typed.reduce((sum, run) => sum + run.characters, 0);
  if (characters > 1 && characters <= MAX_TYPED) {
    for (const run of typed.slice(0, MAX_CANDIDATES)) {
      const values = { characters: run.characters };
      out.push(candidate('document.pdf-text-on-scan', 'medium', toPixels(run.region, page, image), values));
    }
  }
  return out;
}

/** Pixels an inch, across. */
function resolution(picture: PdfPageFacts['images'][number]): number {
  return (picture.pixelWidth * 72) / Math.max(picture.region.width, 0.01);
}
