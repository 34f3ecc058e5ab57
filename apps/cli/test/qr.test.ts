import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCode } from '@jianzhen/simulate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jianzhen } from './run.ts';

const MODULE = 6;
const QUIET = 4;

/** A chat screenshot with codes one below the other. */
async function screenshot(texts: readonly string[]): Promise<Buffer> {
  const codes = await Promise.all(
    texts.map(async (text, i) => {
      const { width, dark } = await writeCode(text);
      const side = (width + 2 * QUIET) * MODULE;
      const pixels = Buffer.alloc(side * side, 255);
      for (let y = 0; y < width * MODULE; y++)
        for (let x = 0; x < width * MODULE; x++)
          if (dark[Math.floor(y / MODULE) * width + Math.floor(x / MODULE)])
            pixels[(y + QUIET * MODULE) * side + x + QUIET * MODULE] = 0;
      const input = await sharp(pixels, { raw: { width: side, height: side, channels: 1 } })
        .png()
        .toBuffer();
      return { input, left: 200, top: 200 + 700 * i };
    }),
  );
  const sheet = { width: 1080, height: 2340, channels: 3, background: '#ededed' } as const;
  return sharp({ create: sheet }).composite(codes).jpeg().toBuffer();
}

describe('jianzhen qr', () => {
  let folder: string;
  const file = (name: string) => join(folder, name);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jianzhen-qr-cli-'));
    await writeFile(
      file('chat.jpg'),
      await screenshot(['weixin://wxpay/bindurl?pr=abc', 'https://www.icbc.com.cn/']),
    );
    await writeFile(file('blank.jpg'), await screenshot([]));
    await writeFile(file('broken.jpg'), 'no picture');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('prints a line a page, with what each code says and how dangerous it is, and goes on past what it cannot read', async () => {
    const ran = await jianzhen(['qr', file('chat.jpg'), file('broken.jpg'), file('blank.jpg'), '--json']);
    expect(ran.status).toBe(3);
    const [chat, broken, blank] = ran.lines() as unknown as Record<string, unknown>[];
    expect(chat).toMatchObject({ file: file('chat.jpg'), page: 1, width: 1080, height: 2340 });
    const codes = chat!.codes as { text: string; corners: number[][]; risk: { level: string } }[];
    const byTop = codes.toSorted((a, b) => a.corners[0]![1]! - b.corners[0]![1]!);
    expect(byTop).toMatchObject([
      {
        text: 'weixin://wxpay/bindurl?pr=abc',
        format: 'QRCode',
        kind: 'wechat-bind',
        risk: { level: 'danger' },
      },
      { text: 'https://www.icbc.com.cn/', kind: 'url', risk: { level: 'safe' } },
    ]);
    const [left, top] = byTop[0]!.corners[0]!;
    expect(Math.hypot(left! - 224, top! - 224)).toBeLessThan(4);
    expect(broken).toMatchObject({
      file: file('broken.jpg'),
      error: { message: { zh: expect.any(String) } },
    });
    expect(blank).toMatchObject({ codes: [] });
  });

  it('makes a dangerous code a finding of the page that it is on', async () => {
    const ran = await jianzhen(['check', file('chat.jpg'), '--json']);
    const [page] = ran.lines() as unknown as {
      findings: { code: string }[];
      codes: object[];
      traces: object[];
    }[];
    expect(page!.findings.map(({ code }) => code)).toContain('qr.danger');
    expect(page!.codes).toHaveLength(2);
    expect(page!.traces).toContainEqual({ kind: 'qr_payload', value: 'weixin://wxpay/bindurl?pr=abc' });
    const unread = await jianzhen(['check', file('chat.jpg'), '--json', '--no-reading']);
    expect(unread.lines()[0]).toMatchObject({ codes: [] });
  }, 120_000);

  it('prints a table for people', async () => {
    const { out, status } = await jianzhen(['qr', file('chat.jpg')]);
    expect(status).toBe(0);
    for (const said of ['微信绑卡', '危险', 'www.icbc.com.cn']) expect(out).toContain(said);
  });
});
