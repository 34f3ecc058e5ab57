import { openPeers, openReader, readerFiles } from '@jianzhen/detector-qr';
import { type FoundCode, unionOf } from '@jianzhen/evaluate';
import type { RgbImage } from '@jianzhen/raster';

export const READERS = ['jianzhen', 'zxing', 'wechat', 'union'] as const;
export type ReaderName = (typeof READERS)[number];

export interface Readings {
  readonly codes: readonly FoundCode[];
  readonly elapsedMs: number;
}

/** Every reader on a picture: ours, ZXing's best single call, WeChat's on at most 1200 pixels, and the union of those two. */
export async function openReaders(deadlineMs: number) {
  const files = await readerFiles();
  const own = await openReader(files, { deadlineMs });
  const { zxing, weChat } = await openPeers(files);
  return async (image: RgbImage): Promise<Record<ReaderName, Readings>> => {
    const jianzhen = await timed(() => own(image));
    const first = await timed(() => zxing(image));
    const second = await timed(() => weChat(image));
    return {
      jianzhen,
      zxing: first,
      wechat: second,
      union: {
        codes: unionOf(first.codes, second.codes),
        elapsedMs: first.elapsedMs + second.elapsedMs,
      },
    };
  };
}

async function timed(read: () => Promise<readonly FoundCode[]>): Promise<Readings> {
  const start = performance.now();
  const codes = await read();
  return { codes, elapsedMs: performance.now() - start };
}
