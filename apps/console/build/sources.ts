import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What the built console depends on, relative to `apps/console`; the lock file stands for its libraries. */
const INPUTS = ['src', 'public', 'index.html', 'vite.config.ts', 'package.json', '../../package-lock.json'];

function files(path: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .flatMap((entry) => files(join(path, entry.name)))
      .sort();
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOTDIR') return [path];
    throw thrown;
  }
}

/** SHA-256 over names and contents of everything that a build of the console in `root` is made of. */
export function sourceHash(root: string, inputs: readonly string[] = INPUTS): string {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => files(join(root, input)))) {
    const content = readFileSync(file);
    hash.update(`${relative(root, file).split(sep).join('/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
