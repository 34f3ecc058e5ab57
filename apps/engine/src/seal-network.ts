import { fileURLToPath } from 'node:url';
import { type ImprintNetwork, openImprintNetwork } from '@jianzhen/detector-seal';

const file = fileURLToPath(new URL('../../../models/seal/imprint.onnx', import.meta.url));

/**
 * Opens what tells copies of one seal from its twins.
 *
 * @throws CodedError `seal.network-unreadable`
 */
export const openSealNetwork = (): Promise<ImprintNetwork> => openImprintNetwork(file);
