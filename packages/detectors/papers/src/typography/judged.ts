import type { RgbImage } from '@jianzhen/raster';
import type { Glyph } from './glyph.ts';
import type { TypographyNetwork } from './network/network.ts';
import { pageTokens } from './network/tokens.ts';
import type { PrintedNumber } from './numbers.ts';

/** Log-odds of every digit of a page that it was typed over another. */
export async function judgedDigits(
  image: RgbImage,
  numbers: readonly PrintedNumber[],
  network: TypographyNetwork,
): Promise<ReadonlyMap<Glyph, number>> {
  const said = new Map<Glyph, number>();
  for (const part of pageTokens(image, numbers)) {
    for (const [glyph, logOdds] of await network(part)) said.set(glyph, logOdds);
  }
  return said;
}
