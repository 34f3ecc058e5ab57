import { createAgencyScript, createRandom, writeAgencyText, writeHonestText } from '@jianzhen/simulate';
import { describe, expect, it } from 'vitest';
import { createScripts, digestOf, fingerprintText } from '../../src/index.ts';

const random = createRandom('scripts test');
const letter = (agency: number) =>
  fingerprintText(writeAgencyText(createAgencyScript('scripts test', agency), 'medium', random).text)!;

describe('scripts', () => {
  it('gather the letters of each agency under the name of the oldest one', () => {
    const scripts = createScripts(200);
    const founders = new Map<number, string>();
    const names = new Map<number, Set<string>>();
    const numbers: [number, number][] = [];
    for (let i = 0; i < 60; i++) {
      const agency = i % 4;
      const fingerprint = letter(agency);
      if (i < 4) founders.set(agency, digestOf(fingerprint));
      numbers.push([agency, scripts.add(fingerprint).number]);
    }
    for (const [agency, number] of numbers) {
      const script = scripts.scriptOf(number)!;
      names.set(agency, (names.get(agency) ?? new Set()).add(script));
    }
    for (const [agency, own] of names) expect([...own]).toEqual([founders.get(agency)]);
  });

  it('leave customers who write for themselves alone', () => {
    const scripts = createScripts(500);
    const joined = [];
    while (joined.length < 300) {
      const fingerprint = fingerprintText(writeHonestText(random).text);
      if (fingerprint) joined.push(scripts.add(fingerprint));
    }
    expect(joined.filter(({ texts }) => texts > 1)).toEqual([]);
  });

  it('become one when a letter shows that they are one, under the older name', () => {
    const [first, second] = [letter(1), letter(2)];
    // Every other band of each: like both.
    const between = {
      shingles: first.shingles,
      sketch: first.sketch.map((value, i) => (Math.floor(i / 3) % 2 === 0 ? value : second.sketch[i]!)),
    };
    const scripts = createScripts(10);
    const [a, b] = [scripts.add(first), scripts.add(second)];
    expect(a.script).not.toBe(b.script);
    const both = scripts.add(between);
    expect(both).toMatchObject({ script: a.script, texts: 3, merged: [b.script] });
    expect(scripts.scriptOf(b.number)).toBe(a.script);
    expect(scripts.remove(both.number)).toBe(true);
    expect(scripts.remove(both.number)).toBe(false);
    expect(scripts.scriptOf(both.number)).toBeNull();
    expect(scripts.add(first).texts).toBe(3);
  });

  it('link nothing that a closer look denies', () => {
    const scripts = createScripts(10);
    const text = letter(3);
    const { script } = scripts.add(text);
    expect(scripts.search(text)).toHaveLength(1);
    const denied = scripts.add(text, { verify: () => false });
    // Alone in its group, though of the same name: the name is the text's own.
    expect(denied).toMatchObject({ script, texts: 1, links: [] });
    expect(scripts.search(text, { verify: () => false })).toEqual([]);
  });
});
