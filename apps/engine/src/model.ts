import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DocumentModel } from '@jianzhen/detector-document';
import { errors } from './errors.ts';

/** `JIANZHEN_DOCUMENT_MODEL` names another file that was fitted by scripts/fit-document, to measure it beside the one in use. */
const file =
  process.env.JIANZHEN_DOCUMENT_MODEL ??
  fileURLToPath(new URL('../../../models/document/classical.json', import.meta.url));

export const documentModel: DocumentModel = read(file);

/** The network whose word the model weighs. */
export const documentNetwork = fileURLToPath(
  new URL('../../../models/document/learned.onnx', import.meta.url),
);

/** What finds seals on a page. */
export const sealLocator = fileURLToPath(new URL('../../../models/seal/locator.onnx', import.meta.url));

/** What reads seals; `JIANZHEN_SEAL_READER` names another network, to measure it beside the one in use. */
export const sealReader =
  process.env.JIANZHEN_SEAL_READER ??
  fileURLToPath(new URL('../../../models/seal/reader.onnx', import.meta.url));

/** What tells where on a round seal's ring its title and its code stand. */
export const sealRing = fileURLToPath(new URL('../../../models/seal/ring.onnx', import.meta.url));

/** What reads codes and tax numbers on seals. */
export const sealNumbers = fileURLToPath(new URL('../../../models/seal/numbers.onnx', import.meta.url));

/** What names on seals are likely. */
export const sealLanguage = fileURLToPath(new URL('../../../models/seal/language.json', import.meta.url));

/** What tells pressed seals from those that a program laid in. */
export const sealOrigin = fileURLToPath(new URL('../../../models/seal/origin.onnx', import.meta.url));

/** What tells digits that were typed over others. */
export const typographyNetwork = fileURLToPath(
  new URL('../../../models/papers/typography.onnx', import.meta.url),
);

/** Where a page's probability becomes a verdict: set on validation data together with the model. */
export const operatingPoints = documentModel.operatingPoints;

function read(path: string): DocumentModel {
  try {
    const model: DocumentModel = JSON.parse(readFileSync(path, 'utf8'));
    const tracks = Object.values(model.tracks ?? {});
    // A file of another version would give no number, and so call every page genuine, or mark nothing on any.
    if (
      !model.operatingPoints ||
      !tracks.length ||
      !tracks.every(({ calibration, mask }) => calibration?.low + calibration?.high >= 0 && mask?.share >= 0)
    )
      throw new Error('not a model of fitted trees of this version');
    return model;
  } catch (cause) {
    throw errors('engine.model-unreadable', { file: path, detail: (cause as Error).message }, { cause });
  }
}
