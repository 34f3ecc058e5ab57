import type { Region } from '@jianzhen/evidence';
import { foldText } from '../reading/plain.ts';
import type { RecognisedLine, RecognisedPage } from '../text.ts';
import { type Layout, layoutOf, titleLines } from './layout.ts';
import type { KindSpec } from './schema.ts';

export interface Reason {
  /** The word, or the name of the layout's feature. */
  readonly text: string;
  /** Log-odds that it added. */
  readonly weight: number;
  /** Where the word stands; null for a feature of the layout. */
  readonly region: Region | null;
}

export interface KindScore {
  readonly kind: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

export interface Classification extends KindScore {
  /** A kind's name, or `unknown` where no kind reaches its threshold. */
  readonly kind: string;
  /** All kinds that anything speaks for, best first. */
  readonly candidates: readonly KindScore[];
}

interface FoldedLine {
  readonly line: RecognisedLine;
  readonly text: string;
  readonly title: boolean;
}

/** A word of four characters or more may have one misread character. */
function contains(text: string, word: string): boolean {
  if (text.includes(word)) return true;
  if (word.length < 4) return false;
  for (let at = 0; at + word.length <= text.length; at++) {
    let wrong = 0;
    for (let i = 0; i < word.length && wrong < 2; i++) if (text[at + i] !== word[i]) wrong++;
    if (wrong < 2) return true;
  }
  return false;
}

function scoreKind(spec: KindSpec, lines: readonly FoldedLine[], layout: Layout): KindScore {
  const reasons: Reason[] = [];
  for (const { text, weight, title } of spec.words) {
    const word = foldText(text);
    const hits = lines.filter((line) => contains(line.text, word));
    const hit = hits.find((line) => line.title) ?? hits[0];
    if (hit)
      reasons.push({ text, weight: title && !hit.title ? weight / 3 : weight, region: hit.line.region });
  }
  // A shape alone makes no kind.
  if (reasons.some(({ weight }) => weight > 0))
    for (const [feature, weight] of Object.entries(spec.layout ?? {}))
      if (layout[feature as keyof Layout]) reasons.push({ text: feature, weight, region: null });
  return { kind: spec.kind, score: reasons.reduce((sum, { weight }) => sum + weight, 0), reasons };
}

/** What kind of paper a page is, by its words and layout; `unknown` where no kind's score reaches its threshold. */
export function classify(page: RecognisedPage, kinds: readonly KindSpec[]): Classification {
  const titles = titleLines(page);
  const lines = page.lines.map((line) => ({ line, text: foldText(line.text), title: titles.has(line) }));
  const layout = layoutOf(page);
  const candidates = kinds
    .map((spec) => ({ ...scoreKind(spec, lines, layout), threshold: spec.threshold }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => b.score - a.score);
  const best = candidates.find(({ score, threshold }) => score >= threshold);
  const scores = candidates.map(({ kind, score, reasons }) => ({ kind, score, reasons }));
  return best
    ? { kind: best.kind, score: best.score, reasons: best.reasons, candidates: scores }
    : { kind: 'unknown', score: 0, reasons: [], candidates: scores };
}
