const MEMORY_SECTION = 5;
const HAS_MAXIMUM = 1;

/**
 * A WebAssembly binary whose own memory may grow to no more than `pages` of 64 KiB (WebAssembly core specification,
 * 5.5.8): the maximum in its memory section is written over in place. Throws TypeError where it declares none.
 */
export function limitMemory(binary: Uint8Array, pages: number): Uint8Array {
  const bytes = Uint8Array.from(binary);
  let at = 8;
  while (at < bytes.length) {
    const id = bytes[at]!;
    const size = readLeb(bytes, at + 1);
    if (id === MEMORY_SECTION) {
      const count = readLeb(bytes, size.end);
      if (count.value !== 1 || bytes[count.end] !== HAS_MAXIMUM) break;
      const initial = readLeb(bytes, count.end + 1);
      const maximum = readLeb(bytes, initial.end);
      writeLeb(bytes, initial.end, maximum.end, Math.min(pages, maximum.value));
      return bytes;
    }
    at = size.end + size.value;
  }
  throw new TypeError('the WebAssembly module declares no memory with a maximum');
}

function readLeb(bytes: Uint8Array, start: number): { value: number; end: number } {
  let [value, shift, at] = [0, 0, start];
  for (;;) {
    const byte = bytes[at++]!;
    value += (byte & 0x7f) * 2 ** shift;
    shift += 7;
    if ((byte & 0x80) === 0) return { value, end: at };
  }
}

/** LEB128 may be padded, so that a smaller number fills the place of a larger one. */
function writeLeb(bytes: Uint8Array, start: number, end: number, value: number): void {
  let left = value;
  for (let at = start; at < end; at++) {
    bytes[at] = (left & 0x7f) | (at < end - 1 ? 0x80 : 0);
    left = Math.floor(left / 128);
  }
}
