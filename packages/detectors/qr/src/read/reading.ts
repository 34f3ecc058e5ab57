import type { ReadCode } from '../types.ts';
import { textOf } from './charset.ts';
import type { Quad } from './geometry.ts';
import type { FoundSymbol } from './zxing.ts';

/** A symbol of ZXing's as a code: its text by its own declaration, or by its bytes. */
export const codeOf = ({ text, bytes, declared, format }: FoundSymbol, corners: Quad): ReadCode => ({
  text: declared ? text : textOf(bytes),
  bytes,
  format,
  corners: corners as ReadCode['corners'],
});

/** A reading of WeChat's, which gives text only. */
export const codeOfText = (text: string, corners: Quad): ReadCode => ({
  text,
  bytes: new TextEncoder().encode(text),
  format: 'QRCode',
  corners: corners as ReadCode['corners'],
});
