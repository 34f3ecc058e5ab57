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

/** How a picture editor saves: rarely the tables of Annex K, often full colour, often progressive ("for the web"). */
export function drawEditorSettings(random: Random): JpegSettings {
  return {
    quality: random.integer(60, 98),
    subsampling: random.chance(0.35) ? '4:2:0' : '4:4:4',
    progressive: random.chance(0.45),
    table: random.chance(0.2) ? 0 : random.pick([2, 3, 4, 5, 6, 7, 8]),
  };
}

/** A chat app's own: baseline, Annex K tables, 4:2:0. */
export function drawChatSettings(random: Random): JpegSettings {
  return { quality: random.integer(70, 85), subsampling: '4:2:0', progressive: false, table: 0 };
}
