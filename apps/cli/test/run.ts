import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
  /** Standard output as NDJSON. */
  readonly lines: () => Record<string, never>[];
}

const main = join(import.meta.dirname, '..', 'src', 'main.ts');

/** Runs the command as a user would, to its end. */
export function jianzhen(
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [main, ...args], {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.on('close', (status) =>
      resolve({
        status,
        out,
        err,
        lines: () =>
          out
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line)),
      }),
    );
  });
}
