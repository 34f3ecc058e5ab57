import { openRecogniser } from '@jianzhen/detector-papers';
import {
  openLanguage,
  openNumberNetwork,
  openRingNetwork,
  type SealNetworkOptions,
  type SealReader,
} from '@jianzhen/detector-seal';
import { sealLanguage, sealNumbers, sealReader, sealRing } from './model.ts';

/** Opens what seals are read by: `recogniser` is another network than the one in use. */
export async function openSealReader({
  recogniser = sealReader,
  ...options
}: SealNetworkOptions & { readonly recogniser?: string } = {}): Promise<SealReader> {
  const [recognise, numbers, language, ring] = await Promise.all([
    openRecogniser({ ...options, network: recogniser }),
    openNumberNetwork(sealNumbers, options),
    openLanguage(sealLanguage),
    openRingNetwork(sealRing, options),
  ]);
  return { recognise, numbers, language, ring };
}
