import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePaper } from '@jianzhen/simulate';
import { afterAll, describe, expect, it } from 'vitest';
import { jianzhen } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'jianzhen-papers-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('jianzhen eval papers', () => {
  it('measures a manifest and says what could not be read', async () => {
    const { file, truth } = await makePaper({
      kind: 'id-card',
      seed: 'cli',
      faces: 'tuning',
      capture: 'scan',
      contradiction: 'sex',
    });
    const lines = truth.lines.map(({ text, box }) => ({ text, region: box }));
    writeFileSync(join(folder, 'card.jpg'), file);
    writeFileSync(join(folder, 'card.json'), JSON.stringify({ ...truth, lines }));
    writeFileSync(join(folder, 'm.csv'), 'file,truth\ncard.jpg,card.json\nnone.jpg,card.json\n');
    const ran = await jianzhen(['eval', 'papers', '--json', '--manifest', join(folder, 'm.csv')]);
    expect(ran.status, ran.err).toBe(3);
    const [page, missing, last] = ran.lines();
    expect(page).toMatchObject({ file: 'card.jpg', kind: 'id-card', found: true, falseFindings: null });
    expect(missing).toMatchObject({ file: 'none.jpg', error: { code: expect.any(String) } });
    expect(last).toMatchObject({ pages: 1, contradictionRecall: 1, falseFindingsPerPage: null });
    expect(last).toHaveProperty('templateRecallAt1ppm');
  }, 60_000);
});
