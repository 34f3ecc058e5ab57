import { readFile } from 'node:fs/promises';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import { errors } from '../errors.ts';

export const CODE_FORMATS = ['QRCode', 'MicroQRCode', 'RMQRCode'] as const;
export type CodeFormat = (typeof CODE_FORMATS)[number];

/** Modules of a symbol, row-major, 1 dark, without a quiet zone. */
export interface CodeModules {
  readonly width: number;
  readonly height: number;
  readonly dark: Uint8Array;
}

export interface CodeSettings {
  readonly format?: CodeFormat;
  readonly level?: 'L' | 'M' | 'Q' | 'H';
  readonly version?: number;
}

let opened: Promise<unknown> | null = null;

function open(): Promise<unknown> {
  opened ??= readFile(new URL(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm'))).then((file) => {
    const wasmBinary = new Uint8Array(file).buffer;
    return prepareZXingModule({
      overrides: { wasmBinary },
      equalityFn: () => true,
      fireImmediately: true,
    });
  });
  return opened;
}

/**
 * The symbol of a text, or of bytes of which the symbol does not say in which character set they are.
 *
 * @throws CodedError `simulate.code-too-long`
 */
export async function writeCode(
  payload: string | Uint8Array,
  { format = 'QRCode', level, version }: CodeSettings = {},
): Promise<CodeModules> {
  await open();
  const options = [
    ...(typeof payload === 'string' ? [] : ['eci=none']),
    ...(version === undefined ? [] : [`version=${version}`]),
  ];
  const { symbol, error } = await writeBarcode(payload, {
    format,
    options: options.join(','),
    scale: 1,
    ...(level && { ecLevel: level }),
  });
  if (error) throw errors('simulate.code-too-long', { detail: error });
  const { width, height, data } = symbol;
  return { width, height, dark: Uint8Array.from(data, (value) => (value === 0 ? 1 : 0)) };
}
