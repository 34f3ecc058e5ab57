import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openUrlModel, type UrlModel } from '@jianzhen/detector-qr';
import { toCodedError } from '@jianzhen/evidence';
import { errors } from './errors.ts';

/** `JIANZHEN_URL_MODEL` names another file that scripts/fit-url fitted, to measure it beside the one in use. */
const urlModelFile = (): string =>
  process.env.JIANZHEN_URL_MODEL ?? fileURLToPath(new URL('../../../models/url/model.json', import.meta.url));

/** The model that links are judged by. */
export function readUrlModel(): UrlModel {
  const file = urlModelFile();
  try {
    return openUrlModel(readFileSync(file, 'utf8'));
  } catch (thrown) {
    throw errors('cli.file-unreadable', { file, detail: toCodedError(thrown).text.en }, { cause: thrown });
  }
}
