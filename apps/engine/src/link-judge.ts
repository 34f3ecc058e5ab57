import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createJudge, type Judge, type Overruling, openUrlModel, type UrlModel } from '@jianzhen/detector-qr';
import { toCodedError } from '@jianzhen/evidence';
import { errors } from './errors.ts';

export interface LinkJudgeOptions {
  /** File that `jianzhen url lists build` made; `JIANZHEN_LISTS` unless told, none without either. */
  readonly lists?: string;
  readonly overrides?: ReadonlyMap<string, Overruling>;
}

/**
 * The model that links are judged by; `JIANZHEN_URL_MODEL` names another file that was fitted by scripts/fit-url, to measure it beside the one in
 * use.
 * @throws CodedError `engine.url-model-unreadable`
 */
export function readUrlModel(): UrlModel {
  const file =
    process.env.JIANZHEN_URL_MODEL ??
    fileURLToPath(new URL('../../../models/url/model.json', import.meta.url));
  try {
    return openUrlModel(readFileSync(file, 'utf8'));
  } catch (thrown) {
    const detail = toCodedError(thrown).text.en;
    throw errors('engine.url-model-unreadable', { file, detail }, { cause: thrown });
  }
}

/**
 * A judge of links and codes with the model and lists of this installation.
 * @throws CodedError `engine.url-model-unreadable`, `engine.lists-unreadable`
 */
export function openLinkJudge({ lists: told, overrides }: LinkJudgeOptions = {}): Judge {
  const model = readUrlModel();
  const file = told ?? process.env.JIANZHEN_LISTS;
  const more = overrides ? { overrides } : {};
  if (!file) return createJudge({ model, ...more });
  try {
    return createJudge({ model, lists: readFileSync(file), ...more });
  } catch (thrown) {
    const detail = toCodedError(thrown).text.en;
    throw errors('engine.lists-unreadable', { file, detail }, { cause: thrown });
  }
}
