import { parseLink } from '@jianzhen/detector-qr';
import { simulatedLinks } from '@jianzhen/simulate';
import type { Sample } from './table.ts';

/** Made-up links, half of them deceits. */
export const simulatedSamples = (seed: number, size: number): Sample[] =>
  simulatedLinks({ seed, size }).flatMap(({ url, label }) => {
    const link = parseLink(url);
    return link ? [{ link, label }] : [];
  });
