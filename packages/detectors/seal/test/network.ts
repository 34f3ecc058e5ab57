import { openImprintNetwork, openOriginNetwork } from '../src/index.ts';

export const MODELS = new URL('../../../../models/seal/', import.meta.url);

export const openTestNetwork = () => openImprintNetwork(new URL('imprint.onnx', MODELS).pathname);
export const openTestOrigin = () => openOriginNetwork(new URL('origin.onnx', MODELS).pathname);
