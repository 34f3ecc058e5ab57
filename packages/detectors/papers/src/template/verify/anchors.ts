import { hashText } from '../sketch/hash.ts';
import type { TemplateMaterial } from '../types.ts';
import { ROLE_WEIGHT } from '../words/roles.ts';
import { rowAt, type Slant, slantOf } from './slant.ts';

/** The fixed text of a page as points: one for each pair of characters, sorted by key, ready to be joined with another page's. */
export interface Anchors {
  readonly count: number;
  /** Hash of the two characters. */
  readonly key: Uint32Array;
  /** Middle between them, from the middle of the page. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Distance of its word's characters, which is measured better than their height; and the same, kept near the height. */
  readonly pitch: Float64Array;
  readonly size: Float64Array;
  readonly weight: Float64Array;
  /** 1 where it belongs to a label or heading. */
  readonly label: Uint8Array;
  /** 1 where it surely is fixed text: a label, a heading, or words too long to come twice by chance. */
  readonly firm: Uint8Array;
  /** Number of the word in the page's list. */
  readonly word: Int32Array;
  /** Characters of each word of the list. */
  readonly letters: readonly number[];
  /** 1 for words that may be entries of a list: plain text beside two values or more. */
  readonly entry: Uint8Array;
  /** Direction in which the text runs, radians clockwise. */
  readonly angle: number;
  readonly slant: Slant;
  /** Indices from the top of the page, down its text. */
  readonly order: Int32Array;
  /** Median size. */
  readonly usual: number;
  readonly width: number;
  readonly height: number;
}

/** Characters of a word that does not come twice by chance. */
const FIRM = 6;

export function anchorsOf(material: Omit<TemplateMaterial, 'rules' | 'marks' | 'picture'>): Anchors {
  const [midX, midY] = [material.width / 2, material.height / 2];
  const all = material.words.flatMap(({ text, role, x1, y1, x2, y2, size: height }, word) => {
    const steps = text.length - 1;
    const weight = ROLE_WEIGHT[role] / Math.sqrt(steps);
    const pitch = Math.hypot(x2 - x1, y2 - y1) / steps;
    const size = Math.min(1.5 * height, Math.max(0.8 * height, pitch));
    const label = role === 'label' || role === 'title' ? 1 : 0;
    const firm = label || (role === 'plain' && text.length >= FIRM) ? 1 : 0;
    return Array.from({ length: steps }, (_, i) => {
      const at = (i + 0.5) / steps;
      const key = hashText(text.slice(i, i + 2));
      return {
        key,
        x: x1 + at * (x2 - x1) - midX,
        y: y1 + at * (y2 - y1) - midY,
        size,
        pitch,
        weight,
        label,
        firm,
        word,
      };
    });
  });
  all.sort((a, b) => a.key - b.key);
  const angle = directionOf(material.words);
  const slant = slantOf(material.words, midY, angle);
  const down = all.map(({ x, y }) => rowAt(slant, x, y));
  return {
    count: all.length,
    key: Uint32Array.from(all, ({ key }) => key),
    x: Float64Array.from(all, ({ x }) => x),
    y: Float64Array.from(all, ({ y }) => y),
    size: Float64Array.from(all, ({ size }) => size),
    pitch: Float64Array.from(all, ({ pitch }) => pitch),
    weight: Float64Array.from(all, ({ weight }) => weight),
    label: Uint8Array.from(all, ({ label }) => label),
    firm: Uint8Array.from(all, ({ firm }) => firm),
    word: Int32Array.from(all, ({ word }) => word),
    letters: material.words.map(({ text }) => text.length),
    entry: entriesOf(material, slant),
    angle,
    slant,
    order: Int32Array.from(all, (_, i) => i).sort((p, q) => down[p]! - down[q]!),
    usual: all.map(({ size }) => size).sort((p, q) => p - q)[all.length >> 1] ?? 1,
    width: material.width,
    height: material.height,
  };
}

/** Values in a row of a list, at least; and how far off in sizes they stand in one row. */
const VALUES = 2;
const IN_ROW = 0.5;

function entriesOf(
  { words, fills, width, height }: Pick<TemplateMaterial, 'words' | 'fills' | 'width' | 'height'>,
  slant: Slant,
): Uint8Array {
  const heights = fills.map(({ x, y }) => rowAt(slant, x - width / 2, y - height / 2));
  return Uint8Array.from(words, ({ role, x1, y1, size }) => {
    if (role !== 'plain') return 0;
    const at = rowAt(slant, x1 - width / 2, y1 - height / 2);
    return heights.filter((height) => Math.abs(height - at) < IN_ROW * size).length >= VALUES ? 1 : 0;
  });
}

function directionOf(words: TemplateMaterial['words']): number {
  const angles = words
    .filter(({ text }) => text.length >= 4)
    .map(({ x1, y1, x2, y2 }) => Math.atan2(y2 - y1, x2 - x1))
    .sort((a, b) => a - b);
  return angles[angles.length >> 1] ?? 0;
}

/** Keys that come more often than this on a page tell no places. */
const MOST_ALIKE = 12;

/** Pairs of anchors with one key: indices into `a` and `b`, and of how many pairs the key has. */
export interface Pairs {
  readonly a: number[];
  readonly b: number[];
  readonly ways: number[];
}

export function pairsOf(a: Anchors, b: Anchors): Pairs {
  const pairs: Pairs = { a: [], b: [], ways: [] };
  let i = 0;
  let j = 0;
  while (i < a.count && j < b.count) {
    const key = a.key[i]!;
    if (key !== b.key[j]!) {
      if (key < b.key[j]!) i++;
      else j++;
      continue;
    }
    let iEnd = i;
    let jEnd = j;
    while (iEnd < a.count && a.key[iEnd] === key) iEnd++;
    while (jEnd < b.count && b.key[jEnd] === key) jEnd++;
    const ways = (iEnd - i) * (jEnd - j);
    if (iEnd - i <= MOST_ALIKE && jEnd - j <= MOST_ALIKE)
      for (let p = i; p < iEnd; p++)
        for (let q = j; q < jEnd; q++) {
          pairs.a.push(p);
          pairs.b.push(q);
          pairs.ways.push(ways);
        }
    i = iEnd;
    j = jEnd;
  }
  return pairs;
}

/** Keys with so few pairs tell places for sure. */
const RARE = 2;
/** With fewer rare pairs than this, all are taken. */
const FEW = 6;

/** Indices of the pairs whose keys are rare on both pages. */
export function rarePairs({ ways }: Pairs): number[] {
  const all = ways.map((_, k) => k);
  const rare = all.filter((k) => ways[k]! <= RARE);
  return rare.length >= FEW ? rare : all;
}
