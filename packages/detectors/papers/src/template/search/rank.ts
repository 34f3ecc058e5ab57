import { ARRANGEMENT_SLOTS, SLOTS, WORDING_SLOTS } from '../sketch/index.ts';

export interface TemplateCandidate {
  /** Number of the page in the index. */
  readonly page: number;
  /** Weighted mean of the shares of equal slots of wording and arrangement, 0–1. */
  readonly similarity: number;
}

/** Weight of the arrangement: among pages of one wording it alone tells the templates apart. */
const ARRANGEMENT = 0.6;
/** Slots of the wording that tell pages apart that have nothing in common. */
const GLANCE = 16;

/** The most alike of the given pages, best first. */
export function rank(
  sketch: Uint16Array,
  sketches: Uint16Array,
  pages: readonly number[],
  limit: number,
  least: number,
): TemplateCandidate[] {
  const candidates: TemplateCandidate[] = [];
  for (const page of pages) {
    const from = page * SLOTS;
    let equal = 0;
    for (let slot = 0; slot < GLANCE; slot++) if (sketches[from + slot] === sketch[slot]) equal++;
    if (equal === 0) continue;
    for (let slot = GLANCE; slot < WORDING_SLOTS; slot++) if (sketches[from + slot] === sketch[slot]) equal++;
    let arranged = 0;
    for (let slot = WORDING_SLOTS; slot < SLOTS; slot++)
      if (sketches[from + slot] === sketch[slot]) arranged++;
    const [wording, arrangement] = [equal / WORDING_SLOTS, arranged / ARRANGEMENT_SLOTS];
    const similarity = (1 - ARRANGEMENT) * wording + ARRANGEMENT * arrangement;
    if (similarity >= least) candidates.push({ page, similarity });
  }
  return candidates.sort((a, b) => b.similarity - a.similarity).slice(0, limit);
}
