import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { decode } from '../src/codec.ts';
import { isHeld, listSources, makeDocumentSet, parseBoxes, splitOf } from '../src/index.ts';
import { drawPage } from './page.ts';

// Buckets by an independent SHA-1: 001 → 2, 004 → 1, 012 → 5, 82837252 → 2, funsd1 → 6.
describe('splitOf', () => {
  it('goes by the first 32 bits of SHA-1 modulo 10', () => {
    expect(['001', '004', '012', '82837252', 'funsd1'].map(splitOf)).toEqual([
      'train',
      'train',
      'test',
      'train',
      null,
    ]);
  });
});

describe('parseBoxes', () => {
  it('keeps commas of the text and takes the bounds of the four corners', () => {
    expect(parseBoxes('10,20,110,22,108,42,9,40,27,JALAN DEDAP 13,\r\n\r\n')).toEqual([
      { x: 9, y: 20, width: 101, height: 22, text: '27,JALAN DEDAP 13,' },
    ]);
  });
});

describe('a folder of sources', () => {
  const data = mkdtempSync(join(tmpdir(), 'jianzhen-sources-'));
  for (const folder of ['sroie/img', 'sroie/box', 'funsd/img'])
    mkdirSync(join(data, folder), { recursive: true });
  const put = (set: string, name: string) => {
    const page = drawPage(name);
    writeFileSync(join(data, set, 'img', `${name}.${set === 'sroie' ? 'jpg' : 'png'}`), page.bytes);
    return page.lines.map((l) =>
      [l.x, l.y, l.x + l.width, l.y, l.x + l.width, l.y + l.height, l.x, l.y + l.height, l.text].join(','),
    );
  };
  writeFileSync(join(data, 'sroie/box/008.csv'), put('sroie', '008').join('\n'));
  // Known by name: saved once more by an image editor.
  writeFileSync(join(data, 'sroie/box/001.csv'), put('sroie', '001').join('\n'));
  // Known by the name that was typed on.
  writeFileSync(
    join(data, 'sroie/box/035.csv'),
    ['5,5,90,5,90,20,5,20,Tan Woon Yann', ...put('sroie', '035')].join('\n'),
  );
  put('funsd', '12345');
  put('funsd', '82837252');
  const TRAIN = ['008', '12345', '82837252'];
  afterAll(() => rmSync(data, { recursive: true }));

  it('leaves edited receipts out', () => {
    expect(listSources(data, 'train').map((source) => source.name)).toEqual(TRAIN);
    expect(() => listSources(join(data, 'nowhere'), 'train')).toThrow('not found');
  });

  it('are found in the data folder that their own folder lies in, too', () => {
    const around = mkdtempSync(join(tmpdir(), 'jianzhen-data-'));
    symlinkSync(data, join(around, 'documents'), 'dir');
    expect(listSources(around, 'train').map((source) => source.name)).toEqual(TRAIN);
    rmSync(around, { recursive: true });
  });

  it('becomes a labelled set with one twin a pipeline, the same whatever the number of jobs', async () => {
    const options = {
      data,
      split: 'train' as const,
      seed: 5,
      perSource: 1,
      pipelines: ['jpeg', 'png'] as const,
    };
    const sets = await Promise.all(
      [1, 2].map((jobs) => makeDocumentSet({ ...options, jobs, out: join(data, `out${jobs}`) })),
    );
    expect(sets[0]).toMatchObject({ genuine: 6, forged: 6, skipped: 0 });
    const rows = sets.map((set) => readFileSync(set.manifest, 'utf8'));
    expect(rows[0]).toBe(rows[1]);
    // By an independent SHA-1 of the three only 12345 is held, and is forged as it was among all.
    expect(TRAIN.map(isHeld)).toEqual([false, true, false]);
    const held = await makeDocumentSet({ ...options, held: true, out: join(data, 'held') });
    const lines = readFileSync(held.manifest, 'utf8').trim().split('\n');
    expect(lines).toEqual(rows[0]!.split('\n').filter((line) => /^file,|-12345-/.test(line)));
    expect(lines).toHaveLength(1 + 4);
    const cells = rows[0]!
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(','));
    for (const [file, label, mask] of cells) {
      const page = await decode(readFileSync(join(data, 'out1', file!)));
      expect(mask === '').toBe(label === '0');
      if (mask) expect((await decode(readFileSync(join(data, 'out1', mask)))).width).toBe(page.width);
    }
  });
});
