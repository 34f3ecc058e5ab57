import { describe, expect, it } from 'vitest';
import { evaluateTemplates, type LabelledPage, type TemplateTools } from '../src/index.ts';

/** Pages are numbers: the whole part is the template, the rest the page. */
const pages: LabelledPage<number>[] = Array.from({ length: 40 }, (_, i) => ({
  template: String(Math.floor(i / 4)),
  fingerprint: Math.floor(i / 4) + (i % 4) / 10,
}));

function tools(verify: (a: number, b: number) => number, reach = 2): TemplateTools<number> {
  const known: number[] = [];
  return {
    add: (page) => {
      known.push(page);
    },
    candidates: (page) => known.flatMap((other, i) => (Math.abs(other - page) < reach ? [i] : [])),
    verify,
  };
}

let state = 1;
const random = () => {
  state = (state * 16_807) % 2_147_483_647;
  return state / 2_147_483_647;
};
const sameTemplate = (a: number, b: number) => (Math.floor(a) === Math.floor(b) ? 0.99 : 0.1);

describe('recall at a rate of false links', () => {
  it('is 1 where scores separate, and counts all pairs, found or not', async () => {
    const result = await evaluateTemplates(pages, tools(sameTemplate), { random });
    expect(result).toMatchObject({
      pages: 40,
      templates: 10,
      samePairs: 60,
      differentPairs: 720,
      candidateRecall: 1,
      templateRecallAt1ppm: 1,
      falseLinks: 0,
      operatingFalsePerMillion: 0,
    });
    expect(result.interval).toEqual({ low: 1, high: 1 });
  });

  it('loses what a single false link outscores, unless the rate allows for it', async () => {
    const wrong = (a: number, b: number) =>
      Math.min(a, b) === 0 && Math.max(a, b) === 1 ? 0.995 : sameTemplate(a, b);
    const strict = await evaluateTemplates(pages, tools(wrong), { random });
    expect(strict.templateRecallAt1ppm).toBe(0);
    const allowed = await evaluateTemplates(pages, tools(wrong), { random, rate: 1 / 700 });
    expect(allowed).toMatchObject({ templateRecallAt1ppm: 1, falseLinks: 1 });
    expect(allowed.operatingFalsePerMillion).toBeCloseTo(1e6 / 720, 6);
  });

  it('counts what the index does not bring together as missed, with an interval over templates', async () => {
    const verify = (a: number, b: number) => (a < 5 ? sameTemplate(a, b) : 0.05);
    const result = await evaluateTemplates(pages, tools(verify, 0.15), { random });
    expect(result.candidateRecall).toBeCloseTo(0.5, 6);
    expect(result.templateRecallAt1ppm).toBeCloseTo(0.5, 1);
    expect(result.interval.low).toBeLessThanOrEqual(result.templateRecallAt1ppm);
    expect(result.interval.high).toBeGreaterThanOrEqual(result.templateRecallAt1ppm);
  });

  it('needs pairs of both sorts', async () => {
    const one = pages.slice(0, 4);
    await expect(evaluateTemplates(one, tools(sameTemplate), { random })).rejects.toMatchObject({
      code: 'eval.one-class',
    });
  });
});
