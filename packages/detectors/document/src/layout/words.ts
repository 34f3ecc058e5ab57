import { type Box, components } from './components.ts';
import { withoutRules } from './rules.ts';

/** Boxes that may be characters, on the work plane. */
function characterLike(box: Box, height: number): boolean {
  const h = box.bottom - box.top;
  const w = box.right - box.left;
  return h >= 5 && h <= height / 8 && w <= 6 * h && h <= 8 * w && box.pixels >= 6;
}

/** Typical character height in work pixels: median over components, each weighed by its width; 0 without text. */
export function characterHeight(boxes: readonly Box[], height: number): number {
  const candidates = boxes
    .filter((box) => characterLike(box, height))
    .sort((a, b) => a.bottom - a.top - (b.bottom - b.top));
  const total = candidates.reduce((sum, box) => sum + box.right - box.left, 0);
  let seen = 0;
  for (const box of candidates) {
    seen += box.right - box.left;
    if (seen * 2 >= total) return box.bottom - box.top;
  }
  return 0;
}

/** Text words on the work plane and the mask of ink without rules that they were found on. */
export function findWords(
  ink: Uint8Array,
  width: number,
  height: number,
): { boxes: Box[]; text: Uint8Array; characterHeight: number } {
  const pieces = components(ink, width, height);
  const typical = characterHeight(pieces, height);
  if (typical === 0) return { boxes: [], text: ink, characterHeight: 0 };
  const text = withoutRules(ink, width, pieces, 4 * typical);
  const gap = Math.max(2, Math.round(0.45 * typical));
  const reach = Math.max(1, Math.round(0.12 * typical));
  const boxes = components(text, width, height, gap, reach).filter((box) => {
    const h = box.bottom - box.top;
    const w = box.right - box.left;
    if (h < Math.max(4, 0.45 * typical) || h > 4 * typical || w < 0.25 * typical) return false;
    const fill = box.pixels / (h * w);
    return fill > 0.04 && fill < 0.85;
  });
  return { boxes, text, characterHeight: typical };
}
