import type { PdfPageFacts } from '@jianzhen/evidence';
import type { Candidate } from '../../signal.ts';
import { candidate } from './candidate.ts';
import { toPixels } from './geometry.ts';

type Run = PdfPageFacts['textRuns'][number];
type Script = 'digits' | 'ideographs' | 'letters';

/** Characters of the same script elsewhere that make another font the usual one. */
const USUAL_CHARACTERS = 24;
const MAX_RUN = 24;
/** Sizes within this ratio are one text size: headings and footnotes may well have their own font. */
const SIZE_RATIO = 1.2;
/** More runs than this in the odd font are a design, not an edit. */
const MAX_RUNS = 2;

/**
 * Short runs in a font that the page uses for nothing else, where other text of the same script and size has its usual
 * font. Whoever retypes an amount seldom has the original's font. Mixed documents set digits, letters and Chinese
 * characters in fonts of their own; so each script is compared with itself.
 */
export function oddFonts(page: PdfPageFacts, image: { width: number; height: number }): Candidate[] {
  const byFamily = Map.groupBy(page.textRuns, (run) => family(run.font));
  const out: Candidate[] = [];
  for (const [name, runs] of byFamily) {
    if (name === '' || isSymbols(name) || runs.length > MAX_RUNS) continue;
    if (runs.some((run) => run.characters > MAX_RUN || run.characters < 2)) continue;
    for (const run of runs) {
      const usual = usualFamily(page.textRuns, run, name);
      if (!usual) continue;
      out.push(
        candidate('document.pdf-odd-font', 'medium', toPixels(run.region, page, image), {
          font: plainName(run.font),
          usual,
          characters: run.characters,
        }),
      );
    }
  }
  return out;
}

/** The one family that other text of the run's script and size is in, if nearly all of it is. */
function usualFamily(runs: readonly Run[], odd: Run, own: string): string | null {
  const script = scriptOf(odd);
  const counts = new Map<string, { characters: number; font: string }>();
  let total = 0;
  for (const run of runs) {
    const ratio = run.size / Math.max(odd.size, 0.1);
    if (family(run.font) === own || ratio > SIZE_RATIO || ratio < 1 / SIZE_RATIO) continue;
    const characters = charactersOf(run, script);
    const count = counts.get(family(run.font)) ?? { characters: 0, font: run.font };
    count.characters += characters;
    counts.set(family(run.font), count);
    total += characters;
  }
  const [most] = [...counts.values()].sort((a, b) => b.characters - a.characters);
  return most && most.characters >= Math.max(USUAL_CHARACTERS, 0.9 * total) ? plainName(most.font) : null;
}

function scriptOf(run: Run): Script {
  const { digits = 0, ideographs = 0, characters } = run;
  if (2 * digits >= characters) return 'digits';
  return 2 * ideographs >= characters ? 'ideographs' : 'letters';
}

function charactersOf({ characters, digits = 0, ideographs = 0 }: Run, script: Script): number {
  if (script === 'digits') return digits;
  return script === 'ideographs' ? ideographs : characters - digits - ideographs;
}

/** `ABCDEF+Song-Bold` → `Song-Bold`: without the subset's tag (ISO 32000-2, 9.9.2). */
function plainName(font: string): string {
  return font.replace(/^[A-Z]{6}\+/, '');
}

/** Weights and slants of one family are one family. */
function family(font: string): string {
  return plainName(font)
    .toLowerCase()
    .replace(
      /[-,_ ]?(bold|italic|oblique|regular|medium|light|semibold|demibold|black|roman|psmt|ps|mt)+/g,
      '',
    )
    .replace(/[-,_ ]+$/, '');
}

/** Ticks, bullets and bar codes always come in fonts of their own. */
function isSymbols(name: string): boolean {
  return /dingbat|symbol|wingding|webding|barcode|code ?(39|128)|c39|ocr|math|cmsy|cmmi|icon|awesome/.test(
    name,
  );
}
