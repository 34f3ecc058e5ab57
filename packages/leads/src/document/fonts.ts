import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { errors } from '../errors.ts';

/** This package exports its code alone; its fonts (Noto Sans, OFL) lie beside it. */
const BESIDE_CODE = createRequire(import.meta.url).resolve('@embedpdf/fonts-sc');
const read = new Map<string, Buffer>();

/** @throws CodedError `leads.font-missing` */
export function chineseFont(weight: 'Regular' | 'Bold'): Buffer {
  const path = join(dirname(BESIDE_CODE), '..', 'fonts', `NotoSansHans-${weight}.otf`);
  try {
    const bytes = read.get(path) ?? readFileSync(path);
    read.set(path, bytes);
    return bytes;
  } catch (cause) {
    throw errors('leads.font-missing', { path }, { cause });
  }
}
