import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PDFiumModule } from '@hyzyla/pdfium';
import type { Fpdf } from './fpdf.ts';
import { limitMemory } from './memory-limit.ts';

/** What is used of the platform's WebAssembly; TypeScript declares it with the browser's types only. */
interface WasmPlatform {
  compile(bytes: Uint8Array): Promise<object>;
  Instance: new (module: object, imports: unknown) => { readonly exports: object };
}
const { WebAssembly: wasm } = globalThis as unknown as { readonly WebAssembly: WasmPlatform };

/** 640 MB in pages of 64 KiB: a scan of 600 dpi needs a third of that, a hostile file all there is. */
const MAX_PAGES = 10_240;

let compiled: Promise<object> | null = null;

type LoadOptions = Parameters<typeof PDFiumModule>[0];

/** The module is compiled once a thread, from disk; nothing is fetched. */
function compile(): Promise<object> {
  const path = createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm');
  compiled ??= readFile(path).then((bytes) => wasm.compile(limitMemory(bytes, MAX_PAGES)));
  return compiled;
}

/**
 * A PDFium of its own for each document: a file that breaks or bloats one takes nothing else with it, and its memory
 * goes when the document is let go.
 */
export async function instantiate(): Promise<Fpdf> {
  const module = await compile();
  const fpdf = (await PDFiumModule({
    locateFile: () => '',
    // Emscripten reports each refused allocation; the caller learns of it by the trap that follows.
    printErr: () => {},
    instantiateWasm(imports: unknown, done: (instance: object) => void) {
      const instance = new wasm.Instance(module, imports);
      done(instance);
      return instance.exports;
    },
  } as LoadOptions)) as unknown as Fpdf;
  fpdf._FPDF_InitLibraryWithConfig(0);
  return fpdf;
}
