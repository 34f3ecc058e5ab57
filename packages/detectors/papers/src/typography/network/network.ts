import { readFile } from 'node:fs/promises';
import { Tensor } from 'onnxruntime-node';
import { errors } from '../../errors.ts';
import { createSession, type Guard } from '../../ocr/networks.ts';
import type { Glyph } from '../glyph.ts';
import { CROP, FULL, NOTHING } from './crops.ts';
import { FACTS, type PageTokens, PLACES } from './tokens.ts';

/** Log-odds, from trained weights, that each digit of a page was typed over another. */
export type TypographyNetwork = (page: PageTokens) => Promise<ReadonlyMap<Glyph, number>>;

export interface TypographyNetworkOptions {
  readonly threads?: 1 | 2;
  readonly guard?: Guard;
}

/**
 * Opens a network that training/papers/typography exported.
 *
 * @param file path of the ONNX file: `crops` n × 2 × 32 × 32, `facts` n × 24 and `places` n × 9 to `logOdds` n
 * @throws CodedError `papers.network-unreadable`
 */
export async function openTypographyNetwork(
  file: string,
  { threads = 1, guard = (work) => work() }: TypographyNetworkOptions = {},
): Promise<TypographyNetwork> {
  const session = await readFile(file)
    .then((bytes) => guard(() => createSession(bytes, threads)))
    .catch((cause: Error) => {
      throw errors('papers.network-unreadable', { file, detail: cause.message }, { cause });
    });
  return async ({ count, digits, crops, facts, places }) => {
    const inked = Float32Array.from(crops, (byte) => (byte - NOTHING) / FULL);
    const { logOdds } = await guard(() =>
      session.run({
        crops: new Tensor('float32', inked, [count, 2, CROP, CROP]),
        facts: new Tensor('float32', facts, [count, FACTS.length]),
        places: new Tensor('float32', places, [count, PLACES.length]),
      }),
    );
    const said = logOdds!.data as Float32Array;
    const byDigit = new Map(digits.map((glyph, i) => [glyph, said[i]!]));
    logOdds!.dispose();
    return byDigit;
  };
}
