/** Writes messages of Protocol Buffers (wire types 0, 2 and 5), as far as ONNX needs them. */

export type Bytes = Uint8Array<ArrayBufferLike>;

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 0x7f) {
    bytes.push((rest % 128) | 0x80);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

export function join(parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** @param value not negative, below 2⁵³ */
export const integer = (field: number, value: number): Bytes =>
  Uint8Array.from([...varint(field * 8), ...varint(value)]);

export const float = (field: number, value: number): Bytes =>
  join([Uint8Array.from(varint(field * 8 + 5)), new Uint8Array(Float32Array.of(value).buffer)]);

/** Bytes, a string or a message within. */
export function delimited(field: number, content: Bytes | string): Bytes {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return join([Uint8Array.from([...varint(field * 8 + 2), ...varint(bytes.length)]), bytes]);
}
