import { hash } from 'node:crypto';

/** The first 64 bits of SHA-256 of an expression, as two unsigned words. */
export function prefixOf(expression: string): readonly [high: number, low: number] {
  const digest = hash('sha256', expression, 'buffer');
  return [digest.readUInt32BE(0), digest.readUInt32BE(4)];
}
