import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildConsole } from '@jianzhen/console';
import type { Message } from '@jianzhen/evidence';
import { startServer } from '@jianzhen/server';
import { demoCalls, demoVouchers } from '@jianzhen/simulate';
import { errors } from '../errors.ts';
import { dim } from '../output/terminal.ts';
import { Status } from '../status.ts';
import { check } from './check.ts';
import { enrolCallers, groupCalls } from './demo-calls.ts';
import { demoGangs } from './demo-gangs.ts';
import { untilStopped } from './serve.ts';

export interface DemoOptions {
  readonly once?: boolean;
  readonly port: number;
  readonly seed: number;
}

/** Everything of the demo lies below one folder, made anew each time; a user's own data are elsewhere. */
const FOLDER = join('.jianzhen', 'demo');

async function post(
  url: string,
  body: string | FormData,
  headers: Record<string, string> = {},
): Promise<{ id: string }> {
  const response = await fetch(url, { method: 'POST', body, headers });
  if (!response.ok)
    throw errors('cli.demo-upload', { url, status: response.status, detail: await response.text() });
  return (await response.json()) as { id: string };
}

/** What a customer's case is made of. */
interface DemoExhibit {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly customer: string;
  readonly lender: string;
  readonly title?: Message;
}

/** Hands vouchers and calls in as a lender's system would: a case a customer, the exhibits over HTTP. */
async function handIn(url: string, all: readonly DemoExhibit[]): Promise<void> {
  for (const [customer, exhibits] of Map.groupBy(all, (exhibit) => exhibit.customer)) {
    const [{ lender, title = CALL }] = exhibits as [DemoExhibit, ...DemoExhibit[]];
    const body = JSON.stringify({ customerId: customer, lenderId: lender, title: title.zh });
    const { id } = await post(`${url}/v1/cases`, body, { 'content-type': 'application/json' });
    const form = new FormData();
    for (const { name, bytes } of exhibits) form.append('file', new Blob([Uint8Array.from(bytes)]), name);
    await post(`${url}/v1/cases/${id}/exhibits`, form);
  }
}

const CALL: Message = { zh: '客户来电', en: 'A call' };

/** What customers scanned in the lender's app: an app outside of all stores that spreads, and a code that binds a bank card. */
const SCANNED = [
  ...['C20260001', 'C20260003', 'C20260004', 'C20260006', 'C20260008'].map((customerId) => ({
    customerId,
    text: 'https://quick-relief.example/债务优化助手.apk',
    words: '停息挂账、债务优化，扫码下载，专人一对一办理',
  })),
  { customerId: 'C20260002', text: 'weixin://wxpay/bindurl?pr=Demo42', words: '扫码领取退费' },
  { customerId: 'C20260005', text: 'https://www.icbc.com.cn/', words: '' },
];

/** Scans as the lender's app sends them: each dangerous one becomes an alert, and what spreads a campaign. */
async function scan(url: string): Promise<void> {
  const payloads = SCANNED.map((each) => ({ ...each, lenderId: 'lender-yunling' }));
  await post(`${url}/v1/scans`, JSON.stringify({ payloads }), { 'content-type': 'application/json' });
}

/** The main job on a dozen generated vouchers: made, checked, shown; then voices on the telephone, and the gangs of a made-up world. */
export async function demo({ once, port, seed }: DemoOptions): Promise<Status> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(join(FOLDER, 'vouchers'), { recursive: true });
  console.error('正在生成样例材料 · making sample vouchers …');
  const vouchers = await demoVouchers(seed);
  const files = await Promise.all(
    vouchers.map(async ({ name, bytes }) => {
      const file = join(FOLDER, 'vouchers', name);
      await writeFile(file, bytes);
      return file;
    }),
  );
  console.error('正在检测 · checking …\n');
  const report = join(FOLDER, 'report.html');
  await check(files, { report });
  console.log(dim('\n样例的真相 what is true of the samples'));
  for (const { name, label, title, told } of vouchers) {
    const how = told ? `  ${told.zh} ${dim(told.en)}` : '';
    console.log(`  ${label ? '伪造 forged ' : '真实 genuine'}  ${name}  ${title.zh} ${dim(title.en)}${how}`);
  }
  const calls = demoCalls(seed);
  await groupCalls(join(FOLDER, 'calls'), calls);
  const dataDir = join(FOLDER, 'data');
  await demoGangs(dataDir, seed);
  if (once) return Status.done;
  const folder = await buildConsole();
  const server = await startServer({ port, dataDir, console: folder });
  // Before the calls: only who is on record can be told from others.
  await enrolCallers((form) => post(`${server.url}/v1/voiceprints`, form), calls);
  await handIn(server.url!, [...vouchers, ...calls]);
  await scan(server.url!);
  console.log(`\n控制台 console: ${server.url}\n按 Ctrl+C 停止 · Ctrl+C stops it`);
  await untilStopped(server);
  return Status.done;
}
