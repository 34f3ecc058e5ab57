import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
import type { Quad } from './geometry.ts';
import type { Gray } from './gray.ts';

/** A symbol as ZXing found it. */
export interface FoundSymbol {
  readonly bytes: Uint8Array;
  /** ZXing's own reading of the bytes. */
  readonly text: string;
  /** Whether the text follows from what the code itself says of its character set. */
  readonly declared: boolean;
  readonly format: string;
  readonly corners: Quad;
  /** Modules a side as ZXing took them. */
  readonly size: number;
  /** False where a symbol was located but its error correction was not enough. */
  readonly valid: boolean;
}

export type ZXingOptions = Pick<
  ReaderOptions,
  'tryRotate' | 'tryInvert' | 'tryDownscale' | 'tryDenoise' | 'binarizer' | 'isPure' | 'maxNumberOfSymbols'
>;

/** The call that finds most in a picture as it is. */
export const FIRST_CALL: ZXingOptions = {
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  tryDenoise: true,
};

/** Looks for symbols of the QR family. */
export type ZXing = (image: Gray, options?: ZXingOptions) => Promise<FoundSymbol[]>;

/** ZXing-C++ with its WebAssembly given, so that nothing is fetched. */
export async function openZXing(wasmBinary: Uint8Array): Promise<ZXing> {
  // A module takes the buffer's bytes from its beginning on.
  const overrides = { wasmBinary: wasmBinary.slice().buffer };
  await prepareZXingModule({ overrides, equalityFn: () => true, fireImmediately: true });
  return async (image, options = {}) => {
    const results = await readBarcodes(portableGraymap(image), {
      formats: ['QRCode', 'MicroQRCode', 'RMQRCode'],
      textMode: 'Plain',
      tryHarder: true,
      returnErrors: true,
      ...options,
    });
    return results.map(({ bytes, bytesECI, text, hasECI, format, position, isValid, symbol }) => ({
      bytes,
      text,
      declared: hasECI && !isBinary(bytesECI),
      format,
      size: symbol.width,
      corners: [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft].map(
        ({ x, y }) => [x, y] as const,
      ) as unknown as Quad,
      valid: isValid && bytes.length > 0,
    }));
  };
}

/** PGM, the one form in which a grey picture passes into the module without a detour by colours. */
function portableGraymap({ width, height, data }: Gray): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(head.length + data.length);
  file.set(head);
  file.set(data, head.length);
  return file;
}

/** ECI 899, "8-bit binary data", says nothing of letters. */
const isBinary = (bytesEci: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytesEci).includes('\\000899');
