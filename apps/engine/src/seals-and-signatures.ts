import type { Finding, Message, Reason, Region, Seal, Signature } from '@jianzhen/evidence';

/** Share of a seal's box that a signature's box must cover for the seal to be its picture. */
const COVERED = 0.5;

/** That the drawn figure is a seal at all; that nothing is signed there is certain. */
const SURE = 0.9;

const SIGNED: Reason = {
  code: 'seal.signed',
  message: {
    zh: '印章背后有完好的电子签名：真伪以签名为准，图像如何无关紧要。',
    en: 'An intact electronic signature stands behind the seal: that decides, whatever the picture looks like.',
  },
};

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

export interface HeldSeals {
  readonly seals: Seal[];
  readonly findings: Finding[];
}

/**
 * The seals of a page of a PDF or OFD beside the file's signatures. What an intact signature stands behind is an electronic seal, however it
 * looks. What is drawn and has none proves nothing; a scan of a stamped paper is no drawing: its seals are ink until shown otherwise.
 * @param signatures all of the file; their places in shares of the page
 * @param size of the page in pixels, as the seals' regions
 * @param drawn the page was drawn out of the file, it is no scan
 */
export function holdSeals(
  seals: readonly Seal[],
  signatures: readonly Signature[],
  page: number,
  size: { readonly width: number; readonly height: number },
  drawn: boolean,
): HeldSeals {
  const behind = (seal: Seal) =>
    signatures.filter(
      (signature) =>
        signature.page === page &&
        signature.place &&
        shareCovered(seal.region, inPixels(signature.place, size)) >= COVERED,
    );
  const code = signatures.length > 0 ? 'esign.seal-beside-signature' : 'esign.seal-unsigned';
  return {
    seals: seals.map((seal) =>
      behind(seal).some(({ intact }) => intact)
        ? { ...seal, origin: 'esign', forgeryProbability: 0, reasons: [SIGNED, ...seal.reasons] }
        : seal,
    ),
    findings: seals
      .filter((seal) => drawn && behind(seal).length === 0)
      .map(({ region, title }) => ({
        code,
        severity: 'medium',
        probability: SURE,
        region,
        message: messages[code](title ? `“${title}”` : '', title ? ` “${title}”` : ''),
        signal: 'esign',
      })),
  };
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
