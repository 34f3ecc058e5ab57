import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { CheckContext } from '@jianzhen/detector-papers';
import {
  errors,
  type FieldOutcome,
  type PaperReading,
  type PaperTruth,
  paperTruth,
  parsePaperManifest,
  type SroieKey,
  sroieOutcomes,
} from '@jianzhen/evaluate';
import { listSources, makePaper, type PaperSetOptions, paperName, planPapers } from '@jianzhen/simulate';

/** A page with what it truly says. */
export interface LoadedPaper {
  readonly bytes: Uint8Array;
  readonly truth: PaperTruth;
  readonly context: Partial<CheckContext>;
  /** Where fields are compared otherwise than word for word. */
  readonly compare?: (fields: PaperReading['fields']) => readonly FieldOutcome[];
}

/** A page of a labelled set, made or read when its turn comes. */
export interface PaperSample {
  readonly file: string;
  readonly capture?: string;
  readonly sort?: string;
  load(): Promise<LoadedPaper>;
}

/** A set that needs no data folder: rendered papers, photographed, scanned and sent on, with and without contradictions. */
export const generatedPapers = (options: PaperSetOptions): PaperSample[] =>
  planPapers(options).map((request) => ({
    file: paperName(request),
    capture: request.capture,
    ...(request.contradiction ? { sort: request.contradiction } : {}),
    load: async () => {
      const { file, truth, context } = await makePaper(request);
      const lines = truth.lines.map(({ text, box }) => ({ text, region: box }));
      return { bytes: file, context, truth: { ...truth, lines } };
    },
  }));

const several = (text: string | undefined): string[] =>
  (text ?? '').split(';').flatMap((part) => part.trim() || []);

/** What a manifest's line tells beside the page. */
function contextOf({
  received,
  seals,
  names,
  identities,
}: Readonly<Record<string, string>>): Partial<CheckContext> {
  const person = { names: several(names), identityNumbers: several(identities), phones: [], bankCards: [] };
  const known = person.names.length + person.identityNumbers.length > 0;
  return {
    ...(received ? { receivedAt: received } : {}),
    ...(seals ? { seals: several(seals) } : {}),
    ...(known ? { identities: [{ source: '客户资料', ...person }] } : {}),
  };
}

/** Paths in a manifest are relative to its folder. @throws CodedError `eval.manifest-…` */
export async function listedPapers(manifest: string): Promise<PaperSample[]> {
  const text = await readFile(manifest, 'utf8').catch((cause) => {
    throw errors('eval.manifest-unreadable', { file: manifest, detail: cause.message }, { cause });
  });
  const folder = dirname(resolve(manifest));
  const read = (path: string) => readFile(resolve(folder, path), 'utf8');
  return parsePaperManifest(text, manifest).map((row) => ({
    file: row.file,
    ...(row.columns.capture ? { capture: row.columns.capture } : {}),
    ...(row.columns.sort ? { sort: row.columns.sort } : {}),
    load: async () => ({
      bytes: await readFile(resolve(folder, row.file)),
      truth: await paperTruth(row, read),
      context: contextOf(row.columns),
    }),
  }));
}

/** Genuine receipts of SROIE's test part: total, date and company against `key`. @param folder with `img` and `key` in it */
export const sroiePapers = (folder: string): PaperSample[] =>
  listSources(dirname(resolve(folder)), 'test')
    .filter(({ set }) => set === 'sroie')
    .map(({ name, path }) => ({
      file: basename(path),
      capture: 'sroie',
      load: async () => {
        const key = JSON.parse(
          await readFile(join(resolve(folder), 'key', `${name}.json`), 'utf8'),
        ) as SroieKey;
        return {
          bytes: await readFile(path),
          truth: { kind: 'receipt', lines: null, fields: {}, contradictions: [] },
          context: {},
          compare: (fields: PaperReading['fields']) => sroieOutcomes(key, fields),
        };
      },
    }));
