// What `npm run …` starts: plain JavaScript without dependencies, so that it runs on any Node >= 20 before anything is
// installed. It installs once (again when package-lock.json changes), then hands over to the pinned Node.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules', '.bin');
const pinnedNode = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);
const stamp = join(root, 'node_modules', '.jianzhen-installed');

const tasks = {
  demo: ['apps/cli/src/main.ts', 'demo'],
  test: ['node_modules/vitest/vitest.mjs', 'run'],
  start: ['apps/cli/src/main.ts', 'serve'],
  check: ['scripts/check.ts'],
  e2e: ['scripts/e2e.ts'],
  bench: ['scripts/bench.ts'],
  faults: ['scripts/faults.ts'],
  fuzz: ['scripts/fuzz.ts'],
  install: null,
};

const env = {
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
  npm_config_onnxruntime_node_install: 'skip',
};

/** Runs a command to its end and answers with its exit status; a signal counts as 1. */
function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: 'inherit', ...options });
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', forward);
    process.on('SIGTERM', forward);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('SIGINT', forward);
      process.off('SIGTERM', forward);
      resolve(code ?? 1);
    });
  });
}

async function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(pinnedNode)) return;
  const started = Date.now();
  console.error('Jianzhen: installing dependencies (once; needs the npm registry) · 正在安装依赖（仅首次）…');
  const timer = setInterval(() => {
    console.error(`  … ${Math.round((Date.now() - started) / 1000)} s`);
  }, 10_000);
  // npm tells where it lives when it runs us; otherwise it is looked up on the path.
  const npm = process.env.npm_execpath;
  const flags = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const status = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...flags], { stdio: ['ignore', process.stderr, process.stderr] })
    : await run('npm', flags, { stdio: ['ignore', process.stderr, process.stderr] });
  clearInterval(timer);
  if (status !== 0 || !existsSync(pinnedNode)) {
    console.error(
      `Jianzhen: installation failed (npm ci exited with ${status}). Check the network and the npm registry, then run the same command again.\n` +
        `安装失败（npm ci 退出码 ${status}）：请检查网络与 npm 源后重试。`,
    );
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
  console.error(`Jianzhen: installed in ${Math.round((Date.now() - started) / 1000)} s · 安装完成`);
}

const [name, ...args] = process.argv.slice(2);
if (!(name in tasks)) {
  console.error(`usage: node scripts/run.mjs ${Object.keys(tasks).join('|')} [args]`);
  process.exit(2);
}
if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(
    `Jianzhen needs Node 20 or newer to install (found ${process.versions.node}) · 需要 Node 20 或更新版本`,
  );
  process.exit(1);
}
await install();
// Most of what a process or worker thread spends on its start is reading the sources again.
env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'compile');
if (tasks[name]) process.exit(await run(pinnedNode, [...tasks[name], ...args]));
