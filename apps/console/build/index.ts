import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceHash } from './sources.ts';

const root = join(import.meta.dirname, '..');

/** Where the built console lies: `index.html` and its assets. */
export const consoleDirectory = join(root, 'dist');
const stamp = join(consoleDirectory, '.sources');

/** Whether the built console is there and is that of the sources as they are now. */
export function consoleIsCurrent(): boolean {
  return (
    existsSync(join(consoleDirectory, 'index.html')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === sourceHash(root)
  );
}

/**
 * Builds the console unless the one that is there is current (a few seconds, once after each change), telling
 * `progress` about it. Resolves to the folder to serve.
 */
export async function buildConsole(progress: (line: string) => void = console.error): Promise<string> {
  if (consoleIsCurrent()) return consoleDirectory;
  const hash = sourceHash(root);
  const started = performance.now();
  progress('Building the console (once) · 正在构建控制台（仅首次）…');
  const { build } = await import('vite');
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  writeFileSync(stamp, hash);
  progress(`Console built in ${((performance.now() - started) / 1000).toFixed(1)} s · 控制台构建完成`);
  return consoleDirectory;
}
