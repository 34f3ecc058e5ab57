import { type ChildProcess, spawn } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchRow } from './table.ts';

const CASES = 5000;
const EXHIBITS = 3000;
const BYTES = 2 * 10 ** 9;
/** Cases of everybody else, which rarity is measured against. */
const OTHERS = 95_000;
const MAIN = join(import.meta.dirname, '..', 'apps', 'cli', 'src', 'main.ts');

/** Highest resident memory so far in MB, and seconds of all cores. Linux says it of any process; elsewhere both are 0. */
function usageOf(child: ChildProcess): { peak: number; cpu: number } {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    // Clock ticks, a hundred a second, in user and kernel mode.
    const cpu = (Number(fields[11]) + Number(fields[12])) / 100;
    return { peak: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024, cpu };
  } catch {
    return { peak: 0, cpu: 0 };
  }
}

interface Ran {
  readonly seconds: number;
  readonly cpu: number;
  readonly peak: number;
  readonly line: Record<string, unknown>;
}

function runCommand(args: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, [MAIN, 'leads', ...args, '--json']);
    let out = '';
    let [peak, cpu] = [0, 0];
    const poll = setInterval(() => {
      const usage = usageOf(child);
      peak = Math.max(peak, usage.peak);
      cpu = Math.max(cpu, usage.cpu);
    }, 50);
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.pipe(process.stderr);
    child.on('close', (status) => {
      clearInterval(poll);
      if (status !== 0) reject(new Error(`status ${status}: ${out}`));
      else resolve({ seconds: (performance.now() - started) / 1000, cpu, peak, line: JSON.parse(out) });
    });
  });
}

/** A gang of 5,000 cases, 20,000 links and 3,000 exhibits of 2 GB of noise, in files as `gangs mine` leaves them. */
function makeFiles(folder: string): string[] {
  const file = (name: string) => join(folder, name);
  const ids = Array.from({ length: CASES + OTHERS }, (_, i) => `case-${String(i).padStart(6, '0')}`);
  const opened = (i: number) => new Date(Date.UTC(2025, 0, 1) + i * 300_000).toISOString();
  const cases = ids.map((id, i) => `${id},cust-${i},lender-${i % 24},${opened(i)},${1000 + (i % 50) * 777}`);
  writeFileSync(file('cases.csv'), `case_id,customer_id,lender_id,opened_at,amount\n${cases.join('\n')}\n`);
  const traces = ids.flatMap((id, i) => {
    const own = i < CASES;
    const kinds = own
      ? [
          `seal,seal-${i % 40}`,
          `phone,139${String(i % 300).padStart(8, '0')}`,
          `script,script-${i % 12}`,
          `document_template,tpl-${i % 25}`,
        ]
      : [`phone,137${String(i).padStart(8, '0')}`];
    return kinds.map((kind) => `${id},${kind},${opened(i)}`);
  });
  writeFileSync(file('traces.csv'), `case_id,kind,value,observed_at\n${traces.join('\n')}\n`);
  const gang = {
    gang: 'g-0001',
    score: 0.98,
    role: 'agency',
    upstream: null,
    downstream: [],
    cases: ids.slice(0, CASES),
    lenders: 24,
    traces: [],
    reasons: [{ code: 'gangs.shared-seal', message: { zh: '共用印模。', en: 'Seals are shared.' } }],
  };
  writeFileSync(file('gangs.ndjson'), `${JSON.stringify(gang)}\n`);
  const noise = randomFillSync(new Uint8Array(2 ** 22));
  const size = Math.floor(BYTES / EXHIBITS);
  for (let i = 0; i < EXHIBITS; i++) {
    mkdirSync(join(folder, 'exhibits', ids[i]!), { recursive: true });
    const at = (i * 8191) % (noise.length - size);
    writeFileSync(join(folder, 'exhibits', ids[i]!, `voucher-${i}.jpg`), noise.subarray(at, at + size));
  }
  return ['gangs', 'cases', 'traces'].flatMap((name) => [
    `--${name}`,
    file(name === 'gangs' ? 'gangs.ndjson' : `${name}.csv`),
  ]);
}

/** Export and verification of a large gang, as a folder and as a ZIP, by the command line in a process of its own. */
export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jianzhen-bench-leads-'));
  try {
    const inputs = [
      ...makeFiles(folder),
      '--exhibits',
      join(folder, 'exhibits'),
      '--data',
      join(folder, 'data'),
    ];
    const rows: BenchRow[] = [];
    for (const kind of ['folder', 'zip'] as const) {
      const out = join(folder, kind);
      const made = await runCommand([
        'export',
        'g-0001',
        '--out',
        out,
        ...inputs,
        ...(kind === 'zip' ? ['--zip'] : []),
      ]);
      rows.push(row(`export ${kind}`, made));
      const verified = await runCommand(['verify', String(made.line.bag)]);
      if (!verified.line.valid) throw new Error(JSON.stringify(verified.line.problems));
      rows.push(row(`verify ${kind}`, verified));
      rmSync(out, { recursive: true });
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const row = (step: string, { seconds, cpu, peak, line }: Ran): BenchRow => ({
  step,
  seconds,
  'CPU seconds': cpu,
  'peak resident MB': Math.round(peak),
  files: Number(line.files),
  GB: Number(line.bytes) / 1e9,
});
