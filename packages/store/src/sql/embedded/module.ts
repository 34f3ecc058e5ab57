import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What is used of the platform's WebAssembly; TypeScript declares it with the browser's types only. */
interface WasmPlatform {
  compile(bytes: Uint8Array): Promise<object>;
}
const { WebAssembly: wasm } = globalThis as unknown as { readonly WebAssembly: WasmPlatform };

let compiled: Promise<object> | null = null;

/** PostgreSQL, compiled once for all threads of the process: that takes half of the time in which a database opens. */
export function postgresModule(): Promise<object> {
  compiled ??= compile();
  return compiled;
}

async function compile(): Promise<object> {
  const home = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'));
  return wasm.compile(await readFile(join(home, 'pglite.wasm')));
}
