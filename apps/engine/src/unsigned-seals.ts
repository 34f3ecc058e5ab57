import type { Finding, Message, Region, Seal, Signature } from '@jianzhen/evidence';

/** Share of a seal's box that a signature's box must cover for the seal to be its picture. */
const COVERED = 0.5;

/** That the drawn figure is a seal at all; that nothing is signed there is certain. */
const SURE = 0.9;

const messages = {
  'esign.seal-unsigned': (zh: string, en: string): Message => ({
    zh: `页面上画有印章${zh}，但文件没有电子签名：这只是一张图片，不能证明任何事。`,
    en: `A seal${en} is drawn on the page, but the file bears no electronic signature: it is a picture and proves nothing.`,
  }),
  'esign.seal-beside-signature': (zh: string, en: string): Message => ({
    zh: `页面上的印章${zh}不属于文件中的任何一个电子签名，可能是贴上的图片。`,
    en: `The seal${en} on the page belongs to none of the file’s electronic signatures: it may be a picture put beside them.`,
  }),
};

/**
 * Seals drawn on a page of a PDF or OFD that no signature stands behind. A scan of a stamped paper is no drawing: its seals
 * are ink until shown otherwise.
 * @param signatures all of the file; their places in shares of the page
 * @param size of the page in pixels, as the seals' regions
 */
export function unsignedSeals(
  seals: readonly Seal[],
  signatures: readonly Signature[],
  page: number,
  size: { readonly width: number; readonly height: number },
): Finding[] {
  const places = signatures.flatMap((signature) =>
    signature.page === page && signature.place ? [inPixels(signature.place, size)] : [],
  );
  const code = signatures.length > 0 ? 'esign.seal-beside-signature' : 'esign.seal-unsigned';
  return seals
    .filter(({ region }) => places.every((place) => shareCovered(region, place) < COVERED))
    .map(({ region, title }) => ({
      code,
      severity: 'medium',
      probability: SURE,
      region,
      message: messages[code](title ? `“${title}”` : '', title ? ` “${title}”` : ''),
      signal: 'esign',
    }));
}

const inPixels = ({ x, y, width, height }: Region, size: { width: number; height: number }): Region => ({
  x: x * size.width,
  y: y * size.height,
  width: width * size.width,
  height: height * size.height,
});

/** Share of `a` that lies under `b`. */
function shareCovered(a: Region, b: Region): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? (width * height) / (a.width * a.height) : 0;
}
