import type { JpegSettings } from '../codec.ts';
import type { Random } from '../random.ts';

/** How one of the many programs that people use would write a JPEG, quality within the bounds (inclusive). */
export function drawJpegSettings(random: Random, lowest: number, highest: number): JpegSettings {
  return {
    quality: random.integer(lowest, highest),
    subsampling: random.chance(0.7) ? '4:2:0' : '4:4:4',
    progressive: random.chance(0.2),
    table: random.chance(0.75) ? 0 : random.pick([2, 3, 4]),
  };
}
