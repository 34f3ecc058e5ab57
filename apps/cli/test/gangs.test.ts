import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { jianzhen } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'jianzhen-gangs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

const day = (n: number) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10);

/** Twenty customers of one agency among eighty who have nothing in common. */
function tables(): { cases: string; traces: string } {
  const cases = ['case_id,customer_id,lender_id,opened_at'];
  const traces = ['value,kind,case_id,observed_at,remark'];
  for (let i = 0; i < 100; i++) {
    cases.push(`c${i},p${i},l${i % 7},${day(i)}`);
    traces.push(`own ${i},phone,c${i},${day(i)},`);
    if (i % 5 > 0) continue;
    traces.push(`agent ${i % 2},phone,c${i},,`, `"tablet ""A""",device,c${i},${day(i)},`);
    traces.push(`"dear sir,\nI complain",script,c${i},${day(i)}T10:00:00+08:00,`);
  }
  return {
    cases: write('cases.csv', cases.join('\r\n')),
    traces: write('traces.csv', `${traces.join('\n')}\n`),
  };
}

const mining = ({ cases, traces }: { cases: string; traces: string }, ...more: string[]) =>
  jianzhen(['gangs', 'mine', '--json', '--cases', cases, '--traces', traces, ...more]);

describe('jianzhen gangs mine', () => {
  it('prints a line a gang, and writes links and hubs with their why', async () => {
    const out = join(folder, 'out');
    const ran = await mining(tables(), '--out', out);
    expect(ran.status, ran.err).toBe(0);
    const [gang, ...others] = ran.lines();
    expect(others).toEqual([]);
    expect(gang).toMatchObject({
      gang: 'g-0001',
      role: 'agency',
      upstream: null,
      downstream: [],
      lenders: 7,
      customers: 20,
    });
    expect((gang!.cases as string[]).length).toBe(20);
    const read = (name: string) => readFileSync(join(out, name), 'utf8');
    expect(JSON.parse(read('gangs.ndjson'))).toEqual(gang);
    expect(read('links.csv')).toContain('"tablet ""A"""');
    expect(read('hubs.csv').split('\n')[0]).toContain('why_zh,why_en');
  });

  it('tells people the same in a table', async () => {
    const { cases, traces } = tables();
    const ran = await jianzhen(['gangs', 'mine', '--cases', cases, '--traces', traces]);
    expect(ran.status, ran.err).toBe(0);
    expect(ran.out).toMatch(/g-0001.*中介/);
  });

  it('leaves rows out that it cannot use, tells them, and ends with 3', async () => {
    const { cases, traces } = tables();
    const bad = readFileSync(traces, 'utf8').concat(
      'x,phone,c999,,\n',
      'x,fax,c1,,\n',
      'x,phone,c1,yesterday,\n',
      'x,phone\n',
      ',phone,c1,,\n',
    );
    const ran = await mining({ cases, traces: write('bad.csv', bad) });
    expect(ran.status).toBe(3);
    expect(ran.lines()).toHaveLength(1);
    for (const code of ['unknown-case', 'kind', 'time', 'fields', 'empty'])
      expect(ran.err).toContain(`gangs.row-${code}`);
  });

  it.each([
    ['case_id,kind,value\nc1,phone,1\n', 'gangs.csv-columns-missing', 'observed_at'],
    ['', 'gangs.csv-empty', 'case_id'],
    ['case_id,kind,value,observed_at\nc1,phone,"1,\n', 'gangs.csv-quote-open', 'line 2, column 10'],
  ])('has a line for a file that is no table: %j', async (text, code, said) => {
    const { cases } = tables();
    const traces = write('broken.csv', text);
    const ran = await mining({ cases, traces });
    expect(ran.status).toBe(3);
    expect(ran.lines()).toMatchObject([{ file: traces, error: { code } }]);
    expect(ran.out).toContain(said);
  });

  it('says which file is missing, and which engine', async () => {
    const { cases } = tables();
    const missing = join(folder, 'nowhere.csv');
    const ran = await mining({ cases, traces: missing });
    expect(ran.status).toBe(3);
    expect(ran.lines()).toMatchObject([{ file: missing, error: { code: 'cli.file-missing' } }]);
    expect((await mining(tables(), '--engine', 'abacus')).status).toBe(2);
  });
});

describe('jianzhen gangs components', () => {
  const components = (file: string, ...more: string[]) => jianzhen(['gangs', 'components', file, ...more]);

  it('names a component by its least vertex', async () => {
    const file = write('edges.txt', '# who knows whom\nc b\nb a\nz y\n10 9\n');
    const ran = await components(file, '--json');
    expect(ran.status, ran.err).toBe(0);
    expect(ran.lines()).toEqual([
      { vertex: 'c', component: 'a' },
      { vertex: 'b', component: 'a' },
      { vertex: 'a', component: 'a' },
      { vertex: 'z', component: 'y' },
      { vertex: 'y', component: 'y' },
      { vertex: '10', component: '10' },
      { vertex: '9', component: '10' },
    ]);
    expect((await components(file)).out).toMatch(/7.*3/);
  });

  it('reads CSV with src and dst, and tells rows that name one vertex', async () => {
    const ran = await components(write('edges.csv', 'dst,src\n"x,1",y\nz,\n'), '--json');
    expect(ran.status).toBe(3);
    expect(ran.lines()).toEqual([
      { vertex: 'y', component: 'x,1' },
      { vertex: 'x,1', component: 'x,1' },
    ]);
    expect(ran.err).toContain('gangs.edge-incomplete');
  });
});
