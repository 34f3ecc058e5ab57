import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function says(...parameters: readonly string[]): string {
  try {
    return execFileSync('openssl', parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}

/** The command line tool, an implementation of its own to compare with: version 3 or later, else the tests are skipped by name. */
export const hasOpenssl = /^OpenSSL [3-9]/.test(says('version'));
export const hasSm2 = hasOpenssl && /SM2/i.test(says('list', '-public-key-algorithms'));

export interface Folder {
  write(name: string, bytes: Uint8Array | string): string;
  read(name: string): Uint8Array;
  path(name: string): string;
  /** Runs `openssl`; false where its exit status is not 0. */
  run(...parameters: readonly string[]): boolean;
}

/** Calls `use` with a folder that is gone afterwards. */
export function withFolder<T>(use: (folder: Folder) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'esign-'));
  const path = (name: string) => join(root, name);
  try {
    return use({
      path,
      read: (name) => readFileSync(path(name)),
      write: (name, bytes) => {
        writeFileSync(path(name), bytes);
        return path(name);
      },
      run: (...parameters) => {
        try {
          execFileSync('openssl', parameters, { cwd: root, stdio: 'ignore' });
          return true;
        } catch {
          return false;
        }
      },
    });
  } finally {
    rmSync(root, { recursive: true });
  }
}
