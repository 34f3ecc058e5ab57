import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jianzhen } from './run.ts';

let folder: string;
const file = (name: string) => join(folder, name);

async function page(name: string, width = 500, height = 400) {
  const text = Array.from(
    { length: 9 },
    (_, i) => `<text x="20" y="${50 + 36 * i}" font-size="20">row ${i} amount ${i * 137}.50</text>`,
  ).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#f3f0ea"/>${text}</svg>`;
  await sharp(Buffer.from(svg))
    .toFormat(name.endsWith('png') ? 'png' : 'jpeg', { quality: 88 })
    .toFile(file(name));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianzhen-cli-'));
  await Promise.all([page('a.jpg'), page('a.png'), page('单据 <1>.jpg')]);
  await writeFile(file('broken.jpg'), (await readFile(file('a.jpg'))).subarray(0, 60));
  await writeFile(file('empty.pdf'), '');
  await mkdir(file('folder'));
  await page('folder/inner.jpg');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('jianzhen check --json', () => {
  it('prints one line a page in the order of the inputs, errors among them, and exits with 3', async () => {
    const inputs = [
      file('a.jpg'),
      file('missing.jpg'),
      file('a.png'),
      file('broken.jpg'),
      file('empty.pdf'),
      file('单据 <1>.jpg'),
    ];
    const ran = await jianzhen(['check', ...inputs, '--json', '--masks', file('masks')]);
    expect(ran.status).toBe(3);
    const lines = ran.lines();
    expect(lines.map((line) => line.file)).toEqual(inputs);
    expect(lines[0]).toMatchObject({
      page: 1,
      pages: 1,
      width: 500,
      height: 400,
      verdict: expect.any(String),
      findings: expect.any(Array),
      mask: join(file('masks'), 'a.p1.png'),
    });
    expect(lines[1]!.error).toMatchObject({
      code: 'cli.file-missing',
      message: { zh: expect.any(String), en: expect.any(String) },
    });
    expect(lines[2]!.mask).toBe(join(file('masks'), 'a-2.p1.png'));
    for (const i of [3, 4])
      expect(lines[i]!.error).toMatchObject({ code: expect.stringMatching(/^(image|intake)\./) });
    for (const i of [0, 2, 5]) {
      const { width, height, channels } = await sharp(lines[i]!.mask as string).metadata();
      expect({ width, height, channels }).toEqual({ width: 500, height: 400, channels: 1 });
    }
  });

  it('exits with 0 when everything was read, and takes folders', async () => {
    const ran = await jianzhen(['check', file('folder'), '--json']);
    expect(ran.status).toBe(0);
    expect(ran.lines().map((line) => line.file)).toEqual([file('folder/inner.jpg')]);
  });
});

describe('jianzhen check for people', () => {
  it('prints a table without colours into a pipe, and an error as a row', async () => {
    const ran = await jianzhen(['check', file('a.jpg'), file('broken.jpg')], { env: { NO_COLOR: '1' } });
    expect(ran.status).toBe(3);
    expect(ran.out).toContain('a.jpg');
    expect(ran.out).toMatch(/无法读取 unreadable/);
    expect(ran.out).not.toContain('\u001b[');
  });

  it('writes a report that holds the page and no foreign address', async () => {
    const ran = await jianzhen(['check', file('单据 <1>.jpg'), '--report', file('report.html')]);
    expect(ran.status).toBe(0);
    const html = await readFile(file('report.html'), 'utf8');
    expect(html).toContain('单据 &lt;1&gt;.jpg');
    expect(html).toContain('data:image/webp;base64,');
    expect(html).not.toMatch(/(src|href)="https?:/);
  });
});

describe('usage', () => {
  it.each([
    [['check'], '缺少参数：file', 'missing required argument'],
    [['check', 'a.jpg', '--fail-on', 'genuine'], '取值不被接受', 'Allowed choices are forged'],
    [['check', 'a.jpg', '--colour'], '没有这个选项：--colour', 'unknown option'],
    [['check', 'a.jpg', '--masks'], '选项缺少取值：--masks <dir>', 'argument missing'],
    [['nonsense'], '没有这个命令：nonsense', 'unknown command'],
    [['eval', 'horoscope'], '取值不被接受', 'horoscope'],
    [
      ['eval', 'papers', '--retyped', '--sroie', 'x'],
      '不能同时使用：--retyped、--sroie <dir>',
      'cannot be used with',
    ],
  ])('exits with 2 on %j and says in both languages why', async (args, zh, en) => {
    const ran = await jianzhen(args);
    expect(ran.status).toBe(2);
    expect(ran.out).toBe('');
    expect(ran.err).toContain(zh);
    expect(ran.err).toContain(en);
    expect(ran.err).toContain('[cli.usage]');
  });

  it('exits with 1 and a coded error where masks cannot be written', async () => {
    const ran = await jianzhen(['check', file('a.jpg'), '--masks', join(file('a.jpg'), 'below-a-file')]);
    expect(ran.status).toBe(1);
    expect(ran.err).toMatch(/cli\.cannot-write/);
  });
});
