import type { Fpdf } from './fpdf.ts';

/** Scratch memory in PDFium's heap. The heap may move when it grows: views are made anew for each access. */
export class Heap {
  readonly #fpdf: Fpdf;

  constructor(fpdf: Fpdf) {
    this.#fpdf = fpdf;
  }

  /** Calls `use` with the address of `size` zeroed bytes, freed afterwards. */
  with<T>(size: number, use: (pointer: number) => T): T {
    const pointer = this.allocate(size);
    try {
      this.#fpdf.HEAPU8.fill(0, pointer, pointer + size);
      return use(pointer);
    } finally {
      this.free(pointer);
    }
  }

  allocate(size: number): number {
    const pointer = this.#fpdf.wasmExports.malloc(size);
    if (pointer === 0) throw new RangeError(`PDFium has no ${size} bytes left`);
    return pointer;
  }

  free(pointer: number): void {
    this.#fpdf.wasmExports.free(pointer);
  }

  view(pointer: number, size: number): DataView {
    return new DataView(this.#fpdf.HEAPU8.buffer, pointer, size);
  }

  copy(pointer: number, size: number): Uint8Array {
    return this.#fpdf.HEAPU8.slice(pointer, pointer + size);
  }

  /** `count` 32-bit floats that `fill` writes; null where it reports failure. */
  floats(count: number, fill: (pointer: number) => number): number[] | null {
    return this.with(count * 4, (pointer) => {
      if (!fill(pointer)) return null;
      const view = this.view(pointer, count * 4);
      return Array.from({ length: count }, (_, i) => view.getFloat32(i * 4, true));
    });
  }

  /** `count` 32-bit integers that `fill` writes; null where it reports failure. */
  integers(count: number, fill: (pointer: number) => number): number[] | null {
    return this.with(count * 4, (pointer) => {
      if (!fill(pointer)) return null;
      const view = this.view(pointer, count * 4);
      return Array.from({ length: count }, (_, i) => view.getInt32(i * 4, true));
    });
  }

  /** Calls `use` with the address of a NUL-terminated copy of ASCII `text`. */
  cString<T>(text: string, use: (pointer: number) => T): T {
    return this.with(text.length + 1, (pointer) => {
      this.#fpdf.HEAPU8.set(Buffer.from(text, 'latin1'), pointer);
      return use(pointer);
    });
  }

  /** Text by PDFium's convention: called without a buffer it tells the length, its final NUL included. */
  text(encoding: 'utf8' | 'utf16le', read: (pointer: number, length: number) => number): string {
    const length = Math.min(read(0, 0), 1 << 16);
    if (length <= 1) return '';
    return this.with(length, (pointer) => {
      read(pointer, length);
      return Buffer.from(this.copy(pointer, length)).toString(encoding).replace(/\0+$/, '');
    });
  }
}
