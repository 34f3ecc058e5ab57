import { type Mask, type PageReport, verdictOf } from '@jianzhen/evidence';
import { openExhibit } from '@jianzhen/intake';
import { encodePng, heatmapPng, type PageImage, renderPreview } from '@jianzhen/raster';
import { judge } from './judge.ts';
import { enlargeFinding, enlargeMask, reducePage } from './reduce.ts';
import { detectors, operatingPoints } from './registry.ts';
import type { ExaminedPage, ExamineInput, ExamineResult } from './types.ts';

/** Longest edge of what people look at. */
const PREVIEW_EDGE = 1600;

/**
 * The way of the data for one file, in the calling thread: intake, then every detector on every page, then the verdict.
 * @param onPage called after each page: a sign of life
 * @throws CodedError when the file cannot be read at all
 */
export async function examine(input: ExamineInput, onPage: () => void = () => {}): Promise<ExamineResult> {
  const exhibit = await openExhibit(input.bytes, input.name);
  try {
    const pages: ExaminedPage[] = [];
    for (let page = 1; page <= exhibit.pages; page++) {
      const started = performance.now();
      const image = await exhibit.page(page);
      const decoded = performance.now();
      const judged = await judge({ image: reducePage(image), facts: exhibit.facts, page }, detectors);
      const factor = image.width / judged.mask.width;
      const mask = enlargeMask(judged.mask, image.width, image.height);
      const report: PageReport = {
        file: input.name,
        page,
        pages: exhibit.pages,
        width: image.width,
        height: image.height,
        verdict: judged.readable ? verdictOf(judged.probability, operatingPoints) : 'unreadable',
        forgeryProbability: judged.probability,
        findings: judged.findings.map((finding) => enlargeFinding(finding, factor)),
        mask: null,
        elapsedMs: Math.round(performance.now() - started),
      };
      pages.push({
        ...report,
        ...(await pictures(image, mask, input)),
        rawMask: input.raw ? mask.data : null,
        statistics: input.raw ? judged.statistics : {},
        timings: { decode: decoded - started, ...judged.timings },
      });
      onPage();
    }
    return { facts: exhibit.facts, pages };
  } finally {
    await exhibit.close();
  }
}

async function pictures(image: PageImage, mask: Mask, { masks, previews }: ExamineInput) {
  return {
    maskPng: masks ? await encodePng(mask) : null,
    preview: previews ? await renderPreview(image, PREVIEW_EDGE, 'webp') : null,
    heatmapPng: previews ? await heatmapPng(mask, PREVIEW_EDGE) : null,
  };
}
