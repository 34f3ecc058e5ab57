// ISO/IEC 18004:2015, sections 6.3 (function patterns), 7.7.3 (placement of codewords) and 7.8.2 (masks).
import { alignmentCentres, sizeOf } from './versions.ts';

/** What a module is: dark or light by the standard, or free for format, version or data. */
export const LIGHT = 0;
export const DARK = 1;
export const FORMAT = 2;
export const DATA = 3;

/** Where everything lies on a symbol of one version. */
export interface Layout {
  readonly version: number;
  /** Modules a side. */
  readonly size: number;
  /** What each module is, row-major. Version information counts as dark or light. */
  readonly kinds: Uint8Array;
  /** Modules of data in the order of their bits. */
  readonly data: Uint16Array;
  /** The two places of each bit of the format information, least significant first. */
  readonly format: readonly (readonly [number, number])[];
}

const layouts = new Map<number, Layout>();

/** The layout of version 1–40, made once. */
export function layoutOf(version: number): Layout {
  const known = layouts.get(version);
  if (known) return known;
  const size = sizeOf(version);
  const kinds = new Uint8Array(size * size).fill(DATA);
  const set = (x: number, y: number, kind: number) => {
    if (x >= 0 && y >= 0 && x < size && y < size) kinds[y * size + x] = kind;
  };
  for (let i = 0; i < size; i++) {
    set(i, 6, i % 2 === 0 ? DARK : LIGHT);
    set(6, i, i % 2 === 0 ? DARK : LIGHT);
  }
  for (const [x, y] of finderCentres(size)) {
    square(x, y, 4, (ring) => (ring === 2 || ring === 4 ? LIGHT : DARK), set);
  }
  const centres = alignmentCentres(version);
  for (const x of centres)
    for (const y of centres) {
      if ((x === 6 && (y === 6 || y === size - 7)) || (x === size - 7 && y === 6)) continue;
      square(x, y, 2, (ring) => (ring === 1 ? LIGHT : DARK), set);
    }
  const format = formatPlaces(size);
  for (const place of format.flat()) kinds[place] = FORMAT;
  set(8, size - 8, DARK);
  if (version >= 7) versionInformation(version, size, set);
  const layout = { version, size, kinds, format, data: dataOrder(size, kinds) };
  layouts.set(version, layout);
  return layout;
}

type Put = (x: number, y: number, kind: number) => void;

/** Centres of the finder patterns: top left, top right, bottom left. */
export const finderCentres = (size: number): readonly (readonly [number, number])[] => [
  [3, 3],
  [size - 4, 3],
  [3, size - 4],
];

function square(x: number, y: number, radius: number, kindOf: (ring: number) => number, set: Put): void {
  for (let dy = -radius; dy <= radius; dy++)
    for (let dx = -radius; dx <= radius; dx++)
      set(x + dx, y + dy, kindOf(Math.max(Math.abs(dx), Math.abs(dy))));
}

function formatPlaces(size: number): (readonly [number, number])[] {
  const at = (x: number, y: number) => y * size + x;
  return Array.from({ length: 15 }, (_, i) => {
    const first = i < 6 ? at(8, i) : i < 8 ? at(8, i + 1) : i === 8 ? at(7, 8) : at(14 - i, 8);
    return [first, i < 8 ? at(size - 1 - i, 8) : at(8, size - 15 + i)] as const;
  });
}

/** Golay (18, 6) code of the version, generator 0x1F25 (annex D). */
function versionInformation(version: number, size: number, set: Put): void {
  let rest = version;
  for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
  const bits = (version << 12) | rest;
  for (let i = 0; i < 18; i++) {
    const kind = (bits >>> i) & 1 ? DARK : LIGHT;
    const a = size - 11 + (i % 3);
    const b = Math.floor(i / 3);
    set(a, b, kind);
    set(b, a, kind);
  }
}

/** Two columns at a time from the right, up and down in turn; the column of the timing pattern is passed over. */
function dataOrder(size: number, kinds: Uint8Array): Uint16Array {
  const order: number[] = [];
  let upwards = true;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let i = 0; i < size; i++) {
      const y = upwards ? size - 1 - i : i;
      for (const x of [right, right - 1]) if (kinds[y * size + x] === DATA) order.push(y * size + x);
    }
    upwards = !upwards;
  }
  return Uint16Array.from(order);
}

const MASKS: readonly ((x: number, y: number) => number)[] = [
  (x, y) => (x + y) % 2,
  (_, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/** Whether data mask 0–7 turns the module over. */
export const isMasked = (mask: number, x: number, y: number): boolean => MASKS[mask]!(x, y) === 0;
