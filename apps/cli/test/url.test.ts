import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLists } from '@jianzhen/detector-qr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readUrlSets } from '../src/commands/eval-url/data.ts';
import { jianzhen } from './run.ts';

let folder: string;
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianzhen-url-'));
  await writeFile(file('reported.txt'), '# reported\nhttps://garden.example.org/trap/\nregexp:.*\n');
  await writeFile(file('vouched.txt'), 'domain:vouched.example.net\ninclude:more\n');
  await writeFile(file('more'), 'full:only.example.net\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('jianzhen url', () => {
  it('prints a line a link in order, errors among them, and exits with 3', async () => {
    const ran = await jianzhen([
      'url',
      'https://www.icbc.com.cn/',
      'a word',
      'http://0x7f.1/',
      '--json',
      'weixin://wxpay/bindurl?pr=x',
    ]);
    expect(ran.status).toBe(3);
    const [official, word, address, binding] = ran.lines();
    expect(official).toMatchObject({ url: 'https://www.icbc.com.cn/', risk: { level: 'safe' } });
    expect(word).toMatchObject({ url: 'a word', error: { code: 'qr.not-a-link' } });
    expect(binding).toMatchObject({ risk: { level: 'danger', reasons: [{ code: 'qr.card-binding' }] } });
    expect(address).toMatchObject({
      risk: { level: 'danger', reasons: [{ code: 'qr.address-disguised' }, {}] },
    });
  });

  it('builds lists out of texts and looks links up in them', async () => {
    const out = file('all.lists');
    const built = await jianzhen([
      ...['url', 'lists', 'build', out, file('reported.txt')],
      ...['--allow', file('vouched.txt'), '--json'],
    ]);
    expect(built.status).toBe(0);
    expect(built.lines()).toMatchObject([
      { list: 'vouched.txt', kind: 'allow', entries: 2 },
      { list: 'reported.txt', kind: 'block', entries: 1, skipped: [{ why: 'pattern' }] },
      { out, lists: 2 },
    ]);
    expect(openLists(await readFile(out)).entries).toBe(3);
    const ran = await jianzhen([
      'url',
      '--lists',
      out,
      '--json',
      'https://garden.example.org/trap/x',
      'a.vouched.example.net',
    ]);
    expect(ran.lines()).toMatchObject([
      { risk: { level: 'danger', reasons: [{ code: 'qr.listed' }] } },
      { risk: { level: 'safe', reasons: [{ code: 'qr.vouched' }] } },
    ]);
  });

  it('says in a table what it thinks', async () => {
    const ran = await jianzhen(['url', 'http://icbc-login.top/']);
    expect(ran.status).toBe(0);
    expect(ran.out).toContain('危险 danger');
  });
});

describe('jianzhen eval url', () => {
  it('measures a generated set, metrics as the last line', async () => {
    const ran = await jianzhen(['eval', 'url', '--size', '300', '--json']);
    expect(ran.status).toBe(0);
    const last: Record<string, unknown> = ran.lines().at(-1)!;
    expect(last.links).toBe(300);
    expect(last.auc).toBeGreaterThan(0.9);
  });
});

const urls = process.env.JIANZHEN_URLS;
it.skipIf(!urls)(
  'splits of the public sets share no registrable domain (JIANZHEN_URLS names their folder)',
  () => {
    const sets = readUrlSets(urls!);
    const domains = (split: 'train' | 'validation' | 'test') =>
      new Set(sets[split].map(({ link }) => link.domain));
    const [train, validation, test] = [domains('train'), domains('validation'), domains('test')];
    for (const domain of validation) expect(train.has(domain)).toBe(false);
    for (const domain of test) expect(train.has(domain) || validation.has(domain)).toBe(false);
    for (const { date, source } of sets.test) if (source === 'phishing') expect(date >= '2024/07').toBe(true);
    for (const { date, source } of sets.train) if (source === 'phishing') expect(date < '2024').toBe(true);
  },
);
