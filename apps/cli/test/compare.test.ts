import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom, drawPerson, renderVoucher } from '@jianzhen/simulate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jianzhen } from './run.ts';

let folder: string;
const file = (name: string) => join(folder, name);

/** One layout, filled in for a person. */
async function certificate(name: string, person: string) {
  const holder = drawPerson(createRandom(person));
  const { rgb, width, height } = renderVoucher({ kind: 'hardship-certificate', seed: 'one layout', holder });
  await sharp(rgb, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toFile(file(name));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianzhen-compare-'));
  await Promise.all([certificate('a.jpg', 'a'), certificate('b.jpg', 'b')]);
  await writeFile(file('broken.jpg'), 'no picture at all, whatever its name says');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('jianzhen compare', () => {
  it('knows the template under another name, and draws what was exchanged', async () => {
    const ran = await jianzhen([
      'compare',
      file('a.jpg'),
      file('b.jpg'),
      '--json',
      '--picture',
      file('c.png'),
    ]);
    expect(ran.status).toBe(0);
    const [line] = ran.lines();
    expect(line).toMatchObject({ files: [file('a.jpg'), file('b.jpg')], picture: file('c.png') });
    expect(line!.sameTemplate).toBeGreaterThan(0.9);
    const names = ['a', 'b'].map((person) => drawPerson(createRandom(person)).name);
    const exchanged = line!.exchanged as { before: string; after: string }[];
    expect(
      exchanged.some(({ before, after }) => before.includes(names[0]!) || after.includes(names[1]!)),
    ).toBe(true);
    expect((await stat(file('c.png'))).size).toBeGreaterThan(10_000);
  }, 120_000);

  it('says which file cannot be read', async () => {
    const ran = await jianzhen(['compare', file('a.jpg'), file('broken.jpg'), '--json']);
    expect(ran.status).toBe(3);
    expect(ran.lines()).toEqual([
      { file: file('broken.jpg'), error: expect.objectContaining({ code: expect.any(String) }) },
    ]);
  });
});
