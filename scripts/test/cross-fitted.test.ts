import { describe, expect, it } from 'vitest';
import { crossFitted } from '../fit-document/cross.ts';
import type { FitSample } from '../fit-document/samples.ts';

const page = (source: string, file: string): FitSample => ({
  source,
  file,
  mask: null,
  label: 0,
  op: 'any',
  pipeline: 'jpeg',
  cache: file,
});

describe('trees for each fold of sources', () => {
  const pages = Array.from({ length: 60 }, (_, i) => page(`source ${i % 20}`, `page ${i}`));

  it('answer for every page, in order, and never for a source that they learned from', () => {
    const seen: Set<string>[] = [];
    const { answers, rounds } = crossFitted(
      pages,
      (learned, held) => {
        expect(learned.length + held.length).toBe(pages.length);
        seen.push(new Set(learned.map(({ source }) => source)));
        return { ensemble: { features: [], bias: seen.length - 1, trees: [] }, rounds: 10 * seen.length };
      },
      (held, { bias: fold }) =>
        held.map(({ source, file }) => {
          expect(seen[fold]!.has(source)).toBe(false);
          return file;
        }),
    );
    expect(answers).toEqual(pages.map(({ file }) => file));
    expect(seen).toHaveLength(4);
    expect(rounds).toBe(25);
  });
});
