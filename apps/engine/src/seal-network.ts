import { fileURLToPath } from 'node:url';
import { type ImprintNetwork, openImprintNetwork } from '@jianzhen/detector-seal';

const file = fileURLToPath(new URL('../../../models/seal/imprint.onnx', import.meta.url));

let opened: Promise<ImprintNetwork> | null = null;

/**
 * What tells copies of one seal from its twins, opened once a process.
 *
 * @throws CodedError `seal.network-unreadable`
 */
export function openSealNetwork(): Promise<ImprintNetwork> {
  opened ??= openImprintNetwork(file).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}
