import {
  openImprintNetwork,
  openLanguage,
  openLocatorNetwork,
  openNumberNetwork,
  openOriginNetwork,
  openRingNetwork,
  type Recognise,
  type SealReader,
} from '../src/index.ts';

export const MODELS = new URL('../../../../models/seal/', import.meta.url);

export const openTestNetwork = () => openImprintNetwork(new URL('imprint.onnx', MODELS).pathname);
export const openTestOrigin = () => openOriginNetwork(new URL('origin.onnx', MODELS).pathname);
export const openTestLocator = () => openLocatorNetwork(new URL('locator.onnx', MODELS).pathname);
export const openTestNumbers = () => openNumberNetwork(new URL('numbers.onnx', MODELS).pathname);
export const openTestRing = () => openRingNetwork(new URL('ring.onnx', MODELS).pathname);

export const openTestLanguage = () => openLanguage(new URL('language.json', MODELS).pathname);

/** Whose rings and numbers are told by the networks in use, and whose strips say what a test has them say. */
export const readerOf = async (recognise: Recognise): Promise<SealReader> => ({
  recognise,
  numbers: await openTestNumbers(),
  language: await openTestLanguage(),
  ring: await openTestRing(),
});
