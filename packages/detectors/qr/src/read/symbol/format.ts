// ISO/IEC 18004:2015, section 7.9 and annex C: BCH (15, 5) code of level and mask, generator 0x537.
import type { Layout } from './layout.ts';
import { LEVEL_OF_BITS, type Level } from './versions.ts';

export interface Format {
  readonly level: Level;
  readonly mask: number;
  /** The fifteen bits as they lie on the symbol. */
  readonly bits: number;
}

const FORMATS: readonly Format[] = Array.from({ length: 32 }, (_, data) => {
  let rest = data;
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  return { level: LEVEL_OF_BITS[data >>> 3]!, mask: data & 7, bits: ((data << 10) | rest) ^ 0x5412 };
});

/**
 * Formats by how well both places agree with them, best first. `darkness` has a value a module: above zero dark, below
 * light, the further the surer.
 */
export function formatsByLikeness({ format }: Layout, darkness: Float32Array): Format[] {
  const evidence = format.map(([first, second]) => darkness[first]! + darkness[second]!);
  const likeness = ({ bits }: Format) =>
    evidence.reduce((sum, value, i) => sum + ((bits >>> i) & 1 ? value : -value), 0);
  return FORMATS.map((one) => ({ one, score: likeness(one) }))
    .sort((a, b) => b.score - a.score)
    .map(({ one }) => one);
}
