import { execFileSync, spawnSync } from 'node:child_process';

/** OpenSSL 3 or later, which knows Ed25519, SM2 and `ts`; its version, or null where there is none. */
export function findOpenssl(): string | null {
  const found = spawnSync('openssl', ['version'], { encoding: 'utf8' });
  return found.status === 0 && /^OpenSSL [3-9]/.test(found.stdout) ? found.stdout.trim() : null;
}

export const NO_OPENSSL = 'no OpenSSL 3 found';

/** Standard output of `openssl …`; throws where it fails. */
export const openssl = (args: readonly string[], cwd?: string): string =>
  execFileSync('openssl', [...args], { encoding: 'utf8', cwd, stdio: ['ignore', 'pipe', 'pipe'] });
