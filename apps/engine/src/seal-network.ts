import { fileURLToPath } from 'node:url';
import { type ImprintNetwork, openImprintNetwork } from '@jianzhen/detector-seal';
import { once } from '@jianzhen/evidence';

const file = fileURLToPath(new URL('../../../models/seal/imprint.onnx', import.meta.url));

/**
 * What tells copies of one seal from its twins, opened once a process.
 *
 * @throws CodedError `seal.network-unreadable`
 */
export const openSealNetwork: () => Promise<ImprintNetwork> = once(() => openImprintNetwork(file));
