import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jianzhen } from './run.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianzhen-leads-cli-'));
  const at = (name: string) => join(folder, name);
  const cases = Array.from(
    { length: 30 },
    (_, i) => `c${i},u${i},L${i % 3},2026-01-${10 + (i % 20)},${1000 + i}`,
  );
  await writeFile(
    at('cases.csv'),
    `\ufeffcase_id,customer_id,lender_id,opened_at,amount\r\n${cases.join('\r\n')}\r\n`,
  );
  const traces = Array.from(
    { length: 30 },
    (_, i) => `c${i},address,"幸福路 ${i % 2} 号, ""东""区",2026-01-20 08:00:00`,
  );
  await writeFile(at('traces.csv'), `case_id,kind,value,observed_at\n${traces.join('\n')}\n`);
  const gang = {
    gang: 'g-0001',
    score: 0.9,
    role: 'agency',
    upstream: 'g-0002',
    downstream: [],
    cases: ['c1', 'c3', 'c5'],
    lenders: 3,
    traces: [],
    reasons: [],
  };
  const upstream = { ...gang, gang: 'g-0002', role: 'forger', upstream: null, downstream: ['g-0001'] };
  await writeFile(at('gangs.ndjson'), [gang, upstream].map((each) => `${JSON.stringify(each)}\n`).join(''));
  await mkdir(at('exhibits/c3'), { recursive: true });
  await writeFile(at('exhibits/c3/证明.jpg'), 'picture');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]) => jianzhen(['leads', ...args], { cwd: folder, env: { NO_COLOR: '1' } });
const inputs = ['--gangs', 'gangs.ndjson', '--cases', 'cases.csv', '--traces', 'traces.csv'];

describe('jianzhen leads', () => {
  it('exports, verifies, hands over and keeps what came back', async () => {
    const exported = await run(
      'export',
      'g-0001',
      '--out',
      'out',
      ...inputs,
      '--exhibits',
      'exhibits',
      '--json',
    );
    expect(exported.status).toBe(0);
    expect(exported.err).toContain('signing-key.pem');
    const key = join(folder, '.jianzhen/leads/signing-key.pem');
    expect((await stat(key)).mode & 0o777).toBe(0o600);
    const made = exported.lines()[0] as unknown as {
      gang?: string;
      bag: string;
      keyId: string;
      package: string;
    };
    expect(made).toMatchObject({ gang: 'g-0001', profile: 'police', timestamp: null, problems: [] });
    const links = await readFile(join(folder, made.bag, 'data/links.csv'), 'utf8');
    expect(links.split('\r\n')[1]).toMatch(
      /^T00001,address,"幸福路 1 号, ""东""区",C00001,c1,L1,2026-01-20T08:00:00.000Z,csv,traces\.csv,2,/,
    );
    expect(links.split('\r\n')[1]).toMatch(/,3,15,30,0\.5$/);

    const verified = await run('verify', made.bag, '--json');
    expect(verified.status).toBe(0);
    expect(verified.lines()[0]).toMatchObject({
      bag: made.bag,
      valid: true,
      problems: [],
      key: { id: made.keyId, pinned: false },
    });

    const refused = await run('handover', made.bag, '--recipient', '某市公安局', '--json');
    expect(refused.status).toBe(2);
    expect(refused.lines()[0]).toMatchObject({ error: { code: 'leads.event-needs' } });
    const act = [
      '--purpose',
      '立案侦查',
      '--authority',
      '某公调证字〔2026〕12号',
      '--recipient',
      '某市公安局',
    ];
    const handed = await run('handover', made.bag, ...act, '--receipt', 'receipt.json', '--json');
    expect(handed.status).toBe(0);
    const receipt = JSON.parse(await readFile(join(folder, 'receipt.json'), 'utf8'));
    expect(receipt.events.map(({ event }: { event: { kind: string } }) => event.kind)).toEqual([
      'made',
      'exported',
      're-hashed',
      'handed-over',
    ]);
    expect(receipt.consistency.from.size).toBe(1);
    const held = await run('verify', made.bag, '--receipt', 'receipt.json', '--json');
    expect(held.lines()[0]).toMatchObject({ valid: true });
    const forged = JSON.stringify(receipt).replaceAll('某市公安局', '某县公安局');
    await writeFile(join(folder, 'forged.json'), forged);
    const told = await run('verify', made.bag, '--receipt', 'forged.json', '--json');
    expect(told.lines()[0]).toMatchObject({ valid: false, problems: [{ code: 'receipt-wrong' }] });

    const outcome = [
      '--status',
      'case-filed',
      '--case-number',
      '某公立字〔2026〕9号',
      '--reason',
      '符合立案标准',
    ];
    expect((await run('outcome', made.bag, ...outcome, '--recipient', '某市公安局')).status).toBe(0);
    expect((await run('outcome', 'lead-unknown', ...outcome)).status).toBe(1);
    const listed = (await run('list', '--json')).lines();
    expect(listed).toHaveLength(1);
    expect(listed[0]).toMatchObject({
      package: made.package,
      exported: true,
      handedOver: [{ recipient: '某市公安局' }],
      outcome: { status: 'case-filed' },
    });

    // An unsound package is not handed over.
    await writeFile(join(folder, made.bag, 'data/stix.json'), '{}');
    const unsound = await run('handover', made.bag, ...act, '--json');
    expect(unsound.status).toBe(1);
    expect(unsound.lines()[0]).toMatchObject({ error: { code: 'leads.package-not-sound' } });
    const broken = await run('verify', made.bag, 'nowhere', '--json');
    expect(broken.status).toBe(3);
    const [changed, missing] = broken.lines();
    expect(changed).toMatchObject({
      valid: false,
      problems: [{ file: 'data/stix.json', code: 'changed' }, { file: 'bag-info.txt' }],
    });
    expect(missing).toMatchObject({ file: 'nowhere', error: { code: 'leads.package-unreadable' } });
  }, 120_000);

  it('makes a ZIP without personal data for another lender, with a pinned key', async () => {
    const zip = 'packages/lender.zip';
    const exported = await run('export', 'g-0001', '--out', zip, '--zip', '--profile', 'lender', ...inputs);
    expect(exported.status).toBe(0);
    const verified = await run('verify', zip, '--json');
    expect(verified.lines()[0]).toMatchObject({ valid: true, lead: { profile: 'lender' } });
    expect((await readFile(join(folder, zip))).includes('幸福路')).toBe(false);
  }, 60_000);

  it('says by code what is missing', async () => {
    const codes = async (...args: string[]) => {
      const ran = await run('export', ...args, '--out', 'none', '--json');
      return [ran.status, (ran.lines()[0] as { error?: { code: string } }).error?.code];
    };
    expect(await codes('g-0001', '--records', 'empty')).toEqual([3, 'engine.gang-not-stored']);
    expect(await codes('g-0001', '--gangs', 'gangs.ndjson')).toEqual([2, 'cli.usage']);
    expect(await codes('g-9', ...inputs)).toEqual([3, 'cli.gang-unknown']);
    expect(await codes('g-0001', '--gangs', 'cases.csv', ...inputs.slice(2))).toEqual([
      3,
      'cli.gangs-unreadable',
    ]);
    expect(await codes('g-0001', ...inputs.slice(0, 4), '--traces', 'cases.csv')).toEqual([
      3,
      'cli.column-missing',
    ]);
  }, 60_000);
});
