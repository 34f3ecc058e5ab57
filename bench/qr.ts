import { openPeers, openReader, type ReadCodes, readerFiles } from '@jianzhen/detector-qr';
import { decodeImage, type RgbImage } from '@jianzhen/raster';
import { type CodeCondition, makeCodeScene } from '@jianzhen/simulate';
import { SIZES, scannedPage } from './pages.ts';
import type { BenchRow } from './table.ts';

/** Times that each picture is read, after a first time that does not count. */
const ROUNDS = 9;
const PICTURES: readonly CodeCondition[] = ['screenshot', 'plain', 'tiny', 'several', 'creased'];

/** Milliseconds a picture: a chat screenshot with two codes, other scenes, pages without codes; peers as ratios to ours. */
export async function run(): Promise<BenchRow[]> {
  const files = await readerFiles();
  const own = await openReader(files);
  const { zxing, weChat } = await openPeers(files);
  const rows: BenchRow[] = [];
  for (const { name, image } of await pictures()) {
    const ours = await measure(own, image);
    const peers = { zxing: await measure(zxing, image), wechat: await measure(weChat, image) };
    rows.push({
      picture: name,
      size: `${image.width} × ${image.height}`,
      codes: ours.codes,
      'ms, median': Number(ours.median.toFixed(1)),
      'ms, slowest': Number(ours.slowest.toFixed(1)),
      'zxing / ours': Number((peers.zxing.median / ours.median).toFixed(2)),
      'zxing codes': peers.zxing.codes,
      'wechat / ours': Number((peers.wechat.median / ours.median).toFixed(2)),
      'wechat codes': peers.wechat.codes,
    });
  }
  return rows;
}

async function pictures(): Promise<{ name: string; image: RgbImage }[]> {
  const scenes = await Promise.all(
    PICTURES.map(async (condition) => ({
      name: condition,
      image: (await makeCodeScene(condition, 'bench')).picture,
    })),
  );
  const pages = await Promise.all(
    SIZES.map(async ({ name, width, height }) => ({
      name: `no code: ${name}`,
      image: await decodeImage(await scannedPage(width, height)),
    })),
  );
  return [...scenes, ...pages];
}

async function measure(read: ReadCodes, image: RgbImage) {
  const { length: codes } = await read(image);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await read(image);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { codes, median: times[times.length >> 1]!, slowest: times.at(-1)! };
}
