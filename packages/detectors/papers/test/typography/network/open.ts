import { fileURLToPath } from 'node:url';
import { openTypographyNetwork } from '../../../src/typography/network/network.ts';

export const MODELS = new URL('../../../../../../models/papers/', import.meta.url);

/** The network that the product ships. */
export const openTestTypography = () =>
  openTypographyNetwork(fileURLToPath(new URL('typography.onnx', MODELS)));
