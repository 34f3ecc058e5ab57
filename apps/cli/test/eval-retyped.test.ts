import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { retypedVoucher, splitOf } from '@jianzhen/simulate';
import { afterAll, describe, expect, it } from 'vitest';
import { jianzhen } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'jianzhen-retyped-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('jianzhen eval papers --retyped', () => {
  it('measures genuine pages and their retyped twins, and tells a page that cannot be read', async () => {
    mkdirSync(join(folder, 'sroie', 'img'), { recursive: true });
    mkdirSync(join(folder, 'funsd', 'img'), { recursive: true });
    const names = Array.from({ length: 99 }, (_, i) => `form${i}`).filter((name) => splitOf(name) === 'test');
    const { file } = await retypedVoucher('invoice', { capture: 'png', seed: 'cli', wardrobe: null });
    writeFileSync(join(folder, 'funsd', 'img', `${names[0]}.png`), file);
    writeFileSync(join(folder, 'funsd', 'img', `${names[1]}.png`), 'no picture');
    const ran = await jianzhen([
      'eval',
      'papers',
      '--retyped',
      '--size',
      '0',
      '--json',
      '--documents',
      folder,
    ]);
    expect(ran.status, ran.err).toBe(3);
    const [genuine, retyped, broken, , last] = ran.lines();
    expect(genuine).toMatchObject({ file: `funsd-${names[0]}-phone`, label: 0, set: 'funsd', hit: null });
    expect(retyped).toMatchObject({ label: 1, deviation: expect.stringMatching(/^[a-z-]+$/) });
    expect(retyped).toMatchObject({ probability: expect.any(Number), hit: expect.any(Boolean) });
    expect(broken).toMatchObject({ error: { code: expect.any(String) } });
    expect(last).toMatchObject({ retyped: 1, genuine: 1, tprAt2Fpr: expect.any(Number), unreadable: 2 });
  }, 60_000);

  it('says which folder of documents is not there', async () => {
    const nowhere = join(folder, 'nowhere');
    const ran = await jianzhen(['eval', 'papers', '--retyped', '--size', '0', '--documents', nowhere]);
    expect(ran.status).not.toBe(0);
    expect(ran.err).toContain('nowhere');
    expect(ran.err).toMatch(/\p{Script=Han}/u);
  });
});
