import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAgencyScript, createRandom, writeAgencyText } from '@jianzhen/simulate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jianzhen } from './run.ts';

const random = createRandom('cli script');
const agency = createAgencyScript('cli script', 1);
const letters = Array.from({ length: 3 }, () => writeAgencyText(agency, 'light', random).text);
const OWN =
  '手机银行更新以后一直闪退，登不上去，换了手机也不行，今天是还款日，麻烦你们的技术尽快修好，不要算我逾期，影响征信。';
/** 停息挂账 in GBK. */
const GBK = Uint8Array.from([0xcd, 0xa3, 0xcf, 0xa2, 0xb9, 0xd2, 0xd5, 0xcb]);

let folder: string;
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianzhen-script-'));
  await writeFile(file('a.txt'), letters[0]!);
  await writeFile(file('b.txt'), letters[1]!);
  await writeFile(file('own.txt'), OWN);
  await writeFile(file('gbk.txt'), GBK);
  await writeFile(file('picture.txt'), Uint8Array.from([0x89, 0x50, 0, 0xff, 0x80]));
  const rows = [letters[2]!, OWN].map((text, i) => `"c${i}","${text.replaceAll('"', '""')}"`);
  await writeFile(file('table.csv'), `\ufeffcase,letter\n${rows.join('\n')}\n`);
  await writeFile(file('table.ndjson'), `${JSON.stringify({ id: 7, text: OWN })}\n\n`);
  await writeFile(file('broken.ndjson'), '{"id": 1');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('jianzhen script', () => {
  it('prints a line a text in the order of the inputs, rows and errors among them', async () => {
    const files = ['a.txt', 'picture.txt', 'own.txt', 'gbk.txt', 'table.csv', 'b.txt'].map(file);
    const ran = await jianzhen(['script', ...files, '--json', '--id', 'case', '--text', 'letter']);
    expect(ran.status).toBe(3);
    const lines = ran.lines();
    expect(lines.map((line) => line.file)).toEqual([...files.slice(0, 4), 'c0', 'c1', files[5]]);
    const [a, picture, own, gbk, c0, c1, b] = lines;
    expect(picture).toMatchObject({ error: { code: 'cli.not-text' } });
    expect(a!.script).toMatch(/^[0-9a-f]{16}$/);
    for (const other of [b, c0]) expect(other).toMatchObject({ script: a!.script, texts: 3 });
    expect(a!.template).toContain('【姓名】');
    const codes = (a!.findings as { code: string; severity: string }[]).map(({ code }) => code);
    expect(codes).toContain('script.known-template');
    // The same customer's text twice is one script too, if nothing an agent wrote.
    expect(own).toMatchObject({
      script: c1!.script,
      texts: 2,
      findings: [{ code: 'script.known-template' }],
    });
    expect(gbk).toMatchObject({
      script: null,
      template: null,
      findings: [{ code: 'script.agent-phrases', spans: [{ start: 0, end: 4 }] }],
    });
  });

  it('says what is wrong with a table', async () => {
    const ran = await jianzhen([
      'script',
      ...['table.csv', 'table.ndjson', 'broken.ndjson'].map(file),
      '--json',
    ]);
    expect(ran.status).toBe(3);
    expect(ran.lines()).toMatchObject([
      { error: { code: 'cli.column-missing' } },
      { file: '7', script: null },
      { error: { code: 'cli.table-unreadable' } },
    ]);
  });

  it('is a table for people, with the template below', async () => {
    const ran = await jianzhen(['script', file('a.txt'), file('b.txt')], { env: { NO_COLOR: '1' } });
    expect(ran.status).toBe(0);
    expect(ran.out).toContain('× 2');
    expect(ran.out).toContain('【姓名】');
  });
});
