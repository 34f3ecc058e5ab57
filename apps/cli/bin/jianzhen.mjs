#!/usr/bin/env node
// `npx` puts the pinned Node first on the path; called directly, an older system Node hands over to it.
import { spawnSync } from 'node:child_process';
import module from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';

const main = join(import.meta.dirname, '..', 'src', 'main.ts');
const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 18)) {
  // Half a second of every start would go into reading the sources again, in each thread.
  const cache = module.enableCompileCache();
  if (cache.directory) process.env.NODE_COMPILE_CACHE ??= cache.directory;
  await import(main);
} else {
  const pinned = join(
    dirname(module.createRequire(import.meta.url).resolve('node/package.json')),
    'bin',
    'node',
  );
  const { status } = spawnSync(pinned, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exit(status ?? 1);
}
