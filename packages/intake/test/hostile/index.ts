import { lyingExif } from './exif.ts';
import { hostileImages } from './images.ts';
import { hostileOfds } from './ofds.ts';
import { hostilePdfs } from './pdfs.ts';
import type { HostileFixture } from './types.ts';

export type { HostileFixture } from './types.ts';

/** Every hostile input that is known by name; each call makes the same bytes. */
export function hostileFixtures(): HostileFixture[] {
  return [...hostileImages(), ...lyingExif(), ...hostilePdfs(), ...hostileOfds()];
}
