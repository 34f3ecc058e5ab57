import { describe, expect, it } from 'vitest';
import { createTemplateIndex, fingerprint, SKETCH_SLOTS } from '../../src/template/index.ts';
import { mix } from '../../src/template/sketch/hash.ts';
import { form, OTHER_FILLS } from './forms.ts';

/** A sketch that agrees with another in a share of its slots. */
const akin = (sketch: Uint16Array, share: number, seed: number) =>
  sketch.map((slot, i) => (mix(seed * 131 + i) / 2 ** 32 < share ? slot : mix(seed * 977 + i) & 0xffff));
const nobody = (seed: number) =>
  Uint16Array.from({ length: SKETCH_SLOTS }, (_, i) => mix(seed * 7919 + i) & 0xffff);

describe('the index of templates', () => {
  it('finds pages that agree in half of their slots among thousands, best first', () => {
    const index = createTemplateIndex();
    const own = nobody(1);
    const placed: number[] = [];
    for (let page = 0; page < 4000; page++) {
      const related = page % 100 === 0;
      if (related) placed.push(page);
      index.add(related ? akin(own, page % 200 === 0 ? 0.8 : 0.5, page + 1) : nobody(page + 2));
    }
    const found = index.search(own);
    const hits = placed.filter((page) => found.some((candidate) => candidate.page === page));
    expect(hits.length / placed.length).toBeGreaterThan(0.95);
    expect(found[0]!.page % 200).toBe(0);
    expect(found.map(({ similarity }) => similarity)).toEqual(
      found.map(({ similarity }) => similarity).toSorted((a, b) => b - a),
    );
    expect(index.search(own, { limit: 3 })).toHaveLength(3);
  });

  it('finds a page by another of its template, and not by a stranger', () => {
    const index = createTemplateIndex();
    index.add(fingerprint(form(), null).sketch);
    expect(index.search(fingerprint(form({ fills: OTHER_FILLS }), null).sketch)[0]?.page).toBe(0);
    expect(index.search(nobody(5))).toEqual([]);
  });

  it('finds them as well when it has grown past what it looks at one by one', () => {
    const index = createTemplateIndex();
    const own = nobody(1);
    const placed: number[] = [];
    for (let page = 0; page < 40_000; page++) {
      const related = page % 2000 === 0;
      if (related) placed.push(page);
      index.add(related ? akin(own, 0.6, page + 1) : nobody(page + 2));
      // Searches between, so that pages are sorted as they come.
      if (page % 9000 === 0) index.search(own);
    }
    const found = index.search(own).map(({ page }) => page);
    expect(placed.filter((page) => found.includes(page)).length).toBeGreaterThanOrEqual(19);
    expect(new Set(found).size).toBe(found.length);
  });
});
