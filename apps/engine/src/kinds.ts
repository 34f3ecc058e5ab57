import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInKinds, commonSpec, type KindSpec, parseKind } from '@jianzhen/detector-papers';
import { errors } from './errors.ts';

/**
 * Kinds of papers to tell apart: the built-in ones, and those of a folder of JSON files; a file whose kind has a built-in
 * kind's name takes its place.
 * @throws CodedError `engine.kinds-unreadable`, `papers.configuration-invalid`
 */
export function loadKinds(folder: string | undefined): readonly KindSpec[] {
  if (!folder) return builtInKinds;
  const common = commonSpec.fields.map(({ name }) => name);
  const own = read(folder).map((json) => parseKind(json, common));
  const names = new Set(own.map(({ kind }) => kind));
  return [...builtInKinds.filter(({ kind }) => !names.has(kind)), ...own];
}

function read(folder: string): unknown[] {
  let file = folder;
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    return names.sort().map((name) => {
      file = join(folder, name);
      return JSON.parse(readFileSync(file, 'utf8'));
    });
  } catch (cause) {
    throw errors('engine.kinds-unreadable', { file, detail: (cause as Error).message }, { cause });
  }
}
