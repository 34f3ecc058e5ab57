import { describe, expect, it } from 'vitest';
import { decode } from '../src/codec.ts';
import { finish, prepare, type Sample } from '../src/forge/sample.ts';
import type { Origin } from '../src/forge/types.ts';
import { ALL_OPERATIONS, ALL_PIPELINES } from '../src/index.ts';
import { drawPage } from './page.ts';

/** Every quantisation table of a JPEG, as its DQT segments have it. */
function quantisationTables(file: Uint8Array): string {
  let out = '';
  for (let at = 2; at + 4 < file.length && file[at] === 0xff; ) {
    const length = file[at + 2]! * 256 + file[at + 3]!;
    if (file[at + 1] === 0xdb) out += Buffer.from(file.subarray(at + 4, at + 2 + length)).toString('hex');
    if (file[at + 1] === 0xda) break;
    at += 2 + length;
  }
  return out;
}

/** Area under the ROC curve of a score. */
function auc(genuine: readonly number[], forged: readonly number[]): number {
  const wins = forged.flatMap((f) => genuine.map((g): number => (f > g ? 1 : f === g ? 0.5 : 0)));
  return wins.reduce((a, b) => a + b, 0) / wins.length;
}

interface Pair {
  readonly twin: Sample;
  readonly forged: Sample;
}

/** Twin and two forgeries of a page under each pipeline; the operations take turns, as over a large set. */
async function pairs(): Promise<Pair[]> {
  const out: Pair[] = [];
  let turn = 0;
  const page = drawPage('a', 620, 880);
  const origin: Origin = {
    name: 'a',
    medium: 'paper',
    script: 'latin',
    picture: await decode(page.bytes),
    lines: page.lines,
    partial: false,
  };
  const operations = ALL_OPERATIONS.filter((op) => op !== 'splice');
  for (const pipeline of ALL_PIPELINES) {
    const prepared = await prepare(origin, pipeline, 'a', 0.3);
    const twin = await finish(prepared, 'none', 'a', null);
    for (let n = 0; n < 2; n++)
      out.push({ twin, forged: await finish(prepared, operations[turn++ % operations.length]!, 'a', null) });
  }
  return out;
}

describe('twins and forgeries', () => {
  it('cannot be told apart by quantisation tables, dimensions or file size', async () => {
    const made = await pairs();
    for (const { twin, forged } of made) {
      expect(forged.extension).toBe(twin.extension);
      expect([forged.width, forged.height]).toEqual([twin.width, twin.height]);
      if (twin.extension === 'jpg') expect(quantisationTables(twin.file)).not.toBe('');
      expect(quantisationTables(forged.file)).toBe(quantisationTables(twin.file));
    }
    // A detector sees one file, never the pair: whether sizes and bytes a pixel of all twins rank with those of all forgeries.
    const scores = [
      (sample: Sample) => sample.file.length,
      (sample: Sample) => sample.file.length / (sample.width * sample.height),
    ];
    for (const score of scores) {
      const ranked = auc(
        made.map(({ twin }) => score(twin)),
        made.map(({ forged }) => score(forged)),
      );
      expect(Math.abs(ranked - 0.5)).toBeLessThan(0.1);
    }
  }, 60_000);
});
