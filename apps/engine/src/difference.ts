import type { ComparedPage, PageDifference } from '@jianzhen/cases';
import {
  compareTemplates,
  materialFromBytes,
  type RecognisedPage,
  sketchFromText,
  templateDifference,
} from '@jianzhen/detector-papers';
import type { Region, TextRun } from '@jianzhen/evidence';
import { decodeImage } from '@jianzhen/raster';

/** A run's characters, each with its even share of the run's box: what is stored has no finer places. */
function charactersOf({ text, region: { x, y, width, height } }: TextRun, factor: number) {
  const letters = [...text];
  const step = width / letters.length;
  const place = (i: number): Region => ({
    x: (x + i * step) * factor,
    y: y * factor,
    width: step * factor,
    height: height * factor,
  });
  return letters.map((letter, i) => ({ text: letter, confidence: 1, region: place(i) }));
}

async function opened({ preview, template, reading, width: stored }: ComparedPage) {
  const image = await decodeImage(preview);
  const factor = image.width / stored;
  const page: RecognisedPage = {
    width: image.width,
    height: image.height,
    lines: reading.lines.map(({ text, confidence, region, runs }) => ({
      text,
      confidence,
      region,
      polygon: [],
      characters: runs.flatMap((run) => charactersOf(run, factor)),
    })),
    tables: [],
  };
  const sketch = sketchFromText(Buffer.from(template.sketch).toString('base64url'));
  return { image, page, fingerprint: { sketch, material: materialFromBytes(template.material) } };
}

/** Pages that are less likely of one template are not laid over each other. */
const LEAST = 0.5;

/** What was exchanged between two pages of one template; null where they are none. */
export async function drawDifference(
  first: ComparedPage,
  second: ComparedPage,
): Promise<PageDifference | null> {
  const [a, b] = [await opened(first), await opened(second)];
  const { alignment, sameTemplate, samePicture } = compareTemplates(a.fingerprint, b.fingerprint);
  if (!alignment || sameTemplate < LEAST) return null;
  const { regions, png } = templateDifference(a, b, alignment);
  const exchanged = regions.map(({ before, after }) => ({ before, after }));
  return { sameTemplate, samePicture, png, exchanged };
}
