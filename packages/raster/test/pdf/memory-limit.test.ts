import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { limitMemory } from '../../src/pdf/memory-limit.ts';

/** A module with nothing but a memory of one page, growing to `maximum` (LEB128 bytes). */
const moduleWith = (...maximum: number[]) =>
  Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 5, 3 + maximum.length, 1, 1, 1, ...maximum]);

test('the maximum is written over in place', () => {
  const limited = limitMemory(moduleWith(0x80, 0x80, 0x02), 300);
  expect([...limited.slice(-3)]).toEqual([0xac, 0x82, 0x00]);
});

test('a smaller maximum stays', () => {
  expect([...limitMemory(moduleWith(7), 300).slice(-1)]).toEqual([7]);
});

test('a module without a maximum is refused', () => {
  const open = Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 5, 3, 1, 0, 1]);
  expect(() => limitMemory(open, 300)).toThrow(TypeError);
});

test('PDFium’s own binary can be limited', () => {
  const path = createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm');
  const binary = readFileSync(path);
  const limited = limitMemory(binary, 10_240);
  expect(limited.length).toBe(binary.length);
  expect(limited.reduce((count, byte, i) => count + (byte === binary[i] ? 0 : 1), 0)).toBeLessThanOrEqual(3);
});
