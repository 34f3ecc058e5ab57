import type { Region } from '@jianzhen/evidence';

/** The smallest region around others; null where there are none. */
export function around(regions: readonly Region[]): Region | null {
  if (regions.length === 0) return null;
  const x = Math.min(...regions.map((region) => region.x));
  const y = Math.min(...regions.map((region) => region.y));
  const right = Math.max(...regions.map((region) => region.x + region.width));
  const bottom = Math.max(...regions.map((region) => region.y + region.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Share of the shorter of two stretches that the other covers, 0–1. */
export function overlap(start1: number, length1: number, start2: number, length2: number): number {
  const common = Math.min(start1 + length1, start2 + length2) - Math.max(start1, start2);
  const shorter = Math.min(length1, length2);
  return shorter <= 0 ? 0 : Math.max(0, common) / shorter;
}
