import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodePng } from '@jianzhen/raster';
import { writeCode } from '@jianzhen/simulate';
import { afterAll, describe, expect, it } from 'vitest';
import { jianzhen } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'jianzhen-qr-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function codePng(text: string): Promise<Uint8Array> {
  const { width, height, dark } = await writeCode(text);
  const [w, h] = [(width + 8) * 4, (height + 8) * 4];
  const grey = Uint8Array.from({ length: w * h }, (_, i) => {
    const [x, y] = [Math.floor((i % w) / 4) - 4, Math.floor(i / w / 4) - 4];
    return x >= 0 && y >= 0 && x < width && y < height && dark[y * width + x] ? 0 : 255;
  });
  return encodePng({ width: w, height: h, data: grey });
}

describe('jianzhen eval qr', () => {
  it('measures a folder beside the other readers, a wrong text as false', async () => {
    mkdirSync(join(folder, 'qrcode-1'));
    const put = async (name: string, text: string, expected: string) => {
      writeFileSync(join(folder, 'qrcode-1', `${name}.png`), await codePng(text));
      writeFileSync(join(folder, 'qrcode-1', `${name}.txt`), expected);
    };
    await put('1', 'right', 'right\n');
    await put('2', 'other', 'expected');
    const ran = await jianzhen(['eval', 'qr', '--json', '--zxing', folder]);
    expect(ran.status, ran.err).toBe(0);
    const last = ran.lines().at(-1);
    expect(last).toMatchObject({ images: 2, codes: 2, read: 0.5, falseCodes: 1, unreadable: 0 });
    expect(last).toMatchObject({
      peers: { zxing: { read: 0.5 }, wechat: { codes: 2 }, union: { codes: 2 } },
    });
    expect(last).toMatchObject({
      sets: { zxing: { macro: 0.5, categories: { 'qrcode-1': { images: 2 } } } },
    });
  }, 60_000);
});
