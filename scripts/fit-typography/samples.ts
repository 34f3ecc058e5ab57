// Segments of kept pages with what they are judged by, and which of them were retyped.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type RecognisedCharacter,
  type RecognisedPage,
  type Segment,
  typographySegments,
} from '@jianzhen/detector-papers';
import type { Retyped } from '@jianzhen/simulate';
import type { KeptPage } from './pages.ts';

export interface Sample {
  readonly page: KeptPage;
  readonly features: readonly string[];
  /** Row-major, segments × features. */
  readonly matrix: Float32Array;
  /** 1 retyped, 0 not, −1 partly, or too near to an edit to tell. */
  readonly labels: Int8Array;
  /** Line of each segment. */
  readonly lines: Int32Array;
}

type Box = Retyped['box'];

const within = (box: Box, { region }: RecognisedCharacter): boolean => {
  const x = region.x + region.width / 2;
  const y = region.y + region.height / 2;
  return x >= box.x - 1 && x <= box.x + box.width + 1 && y >= box.y - 4 && y <= box.y + box.height + 4;
};

/** What a reader reads on a genuine page, with the figures of its edited twin in place. */
export function substituted(read: RecognisedPage, edits: readonly Retyped[]): RecognisedPage {
  const lines = read.lines.map((line) => {
    let characters = [...line.characters];
    for (const { figures, typed, wording } of edits) {
      const old = characters.filter((character) => figures.some((box) => within(box, character)));
      if (old.length === 0) continue;
      const { y, height } = old[0]!.region;
      const fresh = [...wording].map((text, i): RecognisedCharacter => {
        const box = typed[i]!;
        return { text, confidence: 0.99, region: { x: box.x - 0.5, y, width: box.width + 1, height } };
      });
      const at = characters.indexOf(old[0]!);
      const kept = characters.filter((character) => !old.includes(character));
      characters = [...kept.slice(0, at), ...fresh, ...kept.slice(at)];
    }
    return { ...line, characters };
  });
  return { ...read, lines };
}

function labelOf(segment: Segment, edits: readonly Retyped[]): number {
  if (edits.length === 0) return 0;
  for (const { typed, wording } of edits) {
    const digits = typed.filter((_, i) => /\d/.test(wording[i]!));
    const hit = segment.glyphs.filter(({ character }) => digits.some((box) => within(box, character))).length;
    if (hit === 0) continue;
    return hit === segment.glyphs.length && hit >= 0.6 * digits.length ? 1 : -1;
  }
  return -1;
}

/** Measures a page, or takes what was measured out of the folder. `read`: what is read on its genuine twin, for a page that was not read. */
export async function sampleOf(page: KeptPage, folder: string, read: RecognisedPage | null): Promise<Sample> {
  const file = join(folder, `${page.name}.segments.json`);
  if (!existsSync(file)) {
    const text = page.read ?? substituted(read!, page.edits);
    const segments = typographySegments(await page.image(), text);
    const features = Object.keys(segments[0]?.features ?? {});
    writeFileSync(
      file,
      JSON.stringify({
        features,
        rows: segments.map((segment) =>
          features.map((name) => Number(segment.features[name]!.toPrecision(5))),
        ),
        labels: segments.map((segment) => labelOf(segment, page.edits)),
        lines: segments.map((segment) => segment.number.line),
      }),
    );
  }
  const { features, rows, labels, lines } = JSON.parse(readFileSync(file, 'utf8'));
  return {
    page,
    features,
    matrix: Float32Array.from(rows.flat()),
    labels: Int8Array.from(labels),
    lines: Int32Array.from(lines),
  };
}
