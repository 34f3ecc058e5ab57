import { describe, expect, it } from 'vitest';
import {
  createRandom,
  designTemplates,
  drawTemplatePage,
  drawView,
  fillTemplate,
  readRules,
  readTemplatePage,
} from '../src/index.ts';

const designs = designTemplates({ seed: 'test', count: 24, pool: 'tuning' });

describe('templates of forms', () => {
  it('are the same for the same seed, and of other forms in the other pool', () => {
    expect(designTemplates({ seed: 'test', count: 24, pool: 'tuning' })).toEqual(designs);
    const others = designTemplates({ seed: 'test', count: 24, pool: 'reported' });
    const kinds = new Set(designs.map(({ wording }) => wording.kind));
    expect(others.some(({ wording }) => kinds.has(wording.kind))).toBe(false);
  });

  it('share wordings, but never order, columns and places at once', () => {
    const structures = designs.map(({ wording, layout }) =>
      JSON.stringify([
        wording.kind,
        layout.order,
        layout.columns,
        layout.closingPlace,
        layout.issuerPlace,
        layout.titlePlace,
      ]),
    );
    expect(new Set(structures).size).toBe(designs.length);
    expect(new Set(designs.map(({ wording }) => wording.kind)).size).toBeLessThan(5);
  });

  it('keep their fixed text in place and change their values', () => {
    const design = designs.find(({ wording }) => !wording.statement && !wording.table)!;
    const [first, second] = [fillTemplate(design, 'a', 0), fillTemplate(design, 'a', 1)];
    const texts = (page: typeof first, role: string) =>
      page.texts.filter((text) => text.role === role).map(({ text, x, y }) => ({ text, x, y }));
    expect(texts(first, 'fixed')).toEqual(texts(second, 'fixed'));
    expect(texts(first, 'fill')).not.toEqual(texts(second, 'fill'));
    expect(fillTemplate(design, 'a', 0)).toEqual(first);
  });
});

describe('a page as a reader would read it', () => {
  const page = fillTemplate(designs[0]!, 'read', 0);
  const view = drawView(page, 'scan', createRandom('view'));
  const read = readTemplatePage(page, view, createRandom('read'));

  it('holds nearly all of its text, at the places where the view puts it', () => {
    const letters = (text: string) => [...text].filter((character) => character.trim() !== '').length;
    const written = page.texts.reduce((sum, { text }) => sum + letters(text), 0);
    const got = read.lines.reduce((sum, { text }) => sum + letters(text), 0);
    expect(got / written).toBeGreaterThan(0.95);
    expect(got / written).toBeLessThan(1.05);
    const title = read.lines.find(({ text }) => text.includes('诊断证明'))!;
    const placed = page.texts.find(({ text }) => text.includes('诊断证明'))!;
    const [x, y] = view.toPicture(placed.x, placed.y - 0.36 * placed.size);
    expect(Math.abs(title.region.x - x)).toBeLessThan(0.3 * placed.size);
    expect(Math.abs(title.region.y + title.region.height / 2 - y)).toBeLessThan(0.3 * placed.size);
  });

  it('holds most of its lines', () => {
    const boxed = designs.find(({ layout }) => layout.style === 'boxed')!;
    const page = fillTemplate(boxed, 'read', 0);
    const view = drawView(page, 'scan', createRandom('view'));
    const long = page.rules.filter(({ x1, y1, x2, y2 }) => Math.hypot(x2 - x1, y2 - y1) > 0.06 * page.height);
    const rules = readRules(page, view, createRandom('rules'));
    expect(rules.length).toBeGreaterThan(0.6 * long.length);
    expect(rules.length).toBeLessThanOrEqual(page.rules.length);
  });
});

it('a page is drawn with its ink at the places of its text', () => {
  const page = fillTemplate(designs[1]!, 'draw', 0);
  const { width, rgb } = drawTemplatePage(page, createRandom('ink'));
  const darkest = ({ x, y, size, stops }: (typeof page.texts)[number]) => {
    let least = 255;
    for (let v = Math.round(y - 0.7 * size); v < y; v++)
      for (let u = Math.round(x); u < x + stops.at(-1)!; u++)
        least = Math.min(least, rgb[3 * (v * width + u)]!);
    return least;
  };
  for (const text of page.texts.slice(0, 6)) expect(darkest(text)).toBeLessThan(120);
});
