import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface VoucherFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The demo's vouchers, drawn in a process of their own: fonts and canvases would stay in the memory that is measured. */
export async function drawnVouchers(seed: number): Promise<VoucherFile[]> {
  const folder = await mkdtemp(join(tmpdir(), 'jianzhen-vouchers-'));
  try {
    await promisify(execFile)(process.execPath, [import.meta.filename, String(seed), folder]);
    const names = (await readdir(folder)).sort();
    return await Promise.all(
      names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

if (import.meta.main) {
  const [seed, folder] = process.argv.slice(2);
  const { demoVouchers } = await import('@jianzhen/simulate');
  for (const { name, bytes } of await demoVouchers(Number(seed))) await writeFile(join(folder!, name), bytes);
}
