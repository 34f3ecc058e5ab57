import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jianzhen } from './run.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianzhen-portrait-'));
  await writeFile(join(folder, 'a.jpg'), 'no picture');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('jianzhen portrait', () => {
  it('says with a code that the model is not installed', async () => {
    const file = join(folder, 'a.jpg');
    const ran = await jianzhen(['portrait', file, file, '--json'], { env: { JIANZHEN_FACE_MODELS: folder } });
    expect(ran.status).toBe(1);
    expect(ran.lines()).toMatchObject([{ files: [file, file], error: { code: 'portrait.not-installed' } }]);
  });

  it('refuses a file that is not there, and a threshold that is none', async () => {
    const file = join(folder, 'a.jpg');
    const missing = await jianzhen(['portrait', join(folder, 'b.jpg'), file, '--json']);
    expect(missing.lines()).toMatchObject([{ error: { code: 'cli.file-missing' } }]);
    const odd = await jianzhen(['portrait', file, file, '--json'], {
      env: { JIANZHEN_PORTRAIT_THRESHOLD: 'x' },
    });
    expect(odd.lines()).toMatchObject([{ error: { code: 'portrait.threshold-invalid' } }]);
  });
});
