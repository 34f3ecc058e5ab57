// `npm run e2e`: the console and the report in a real browser, against the real server, on files made for it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildConsole } from '@jianzhen/console';
import { createEngine } from '@jianzhen/engine';
import { startServer } from '@jianzhen/server';
import { chromium } from 'playwright-core';
import { startReceiver } from '../apps/server/test/support/receiver.ts';
import { tryAlerts } from './e2e/alerts.ts';
import { findChromium, LAUNCH_ARGUMENTS, NO_CHROMIUM } from './e2e/chromium.ts';
import { tryConsole } from './e2e/console.ts';
import { makeFiles } from './e2e/files.ts';
import { tryGangs } from './e2e/gangs.ts';
import { tryReport } from './e2e/report.ts';
import { SHOTS, type Stage } from './e2e/steps.ts';
import { tryVoices } from './e2e/voices.ts';

const executablePath = findChromium();
if (!executablePath) {
  console.log(`SKIP e2e: ${NO_CHROMIUM}`);
  process.exit(0);
}

const folder = await mkdtemp(join(tmpdir(), 'jianzhen-e2e-'));
const consoleFolder = await buildConsole();
console.log('making files · 正在生成文件 …');
const files = await makeFiles(join(folder, 'files'));
const secret = `whsec_${Buffer.from('a secret of the tests in a browser').toString('base64')}`;
let away = true;
const lender = await startReceiver(secret, (response) => response.writeHead(away ? 503 : 204).end());
const server = await startServer({
  port: 0,
  dataDir: join(folder, 'data'),
  console: consoleFolder,
  logLevel: 'error',
  // A busy machine is no failure of the pages that are tried here.
  examiner: async () => createEngine({ threads: 2, deadlineMs: 90_000 }),
  webhooks: [{ name: 'lender', url: lender.url, secret, lenderId: null }],
  webhookAttempts: 1,
});
const browser = await chromium.launch({ executablePath, args: LAUNCH_ARGUMENTS });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  const stage: Stage = { page, complaints };
  await tryConsole(stage, server.url!, files);
  await tryAlerts(stage, server.url!, () => {
    away = false;
  });
  await tryGangs(stage, server.url!);
  await tryVoices(stage, server.url!, files);
  await tryReport(stage, files);
  console.log(`pictures · 截图: ${SHOTS}`);
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
} finally {
  await browser.close();
  await server.close();
  await lender.close();
  await rm(folder, { recursive: true, force: true });
}
