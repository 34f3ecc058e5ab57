import { errors } from '../errors.ts';
import type { LabelledPaper } from './manifest.ts';
import type { PaperTruth } from './types.ts';

const unreadable = (file: string, detail: string) => errors('eval.manifest-unreadable', { file, detail });

function object(text: string, file: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw unreadable(file, (cause as Error).message);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unreadable(file, '{…} ?');
  return value as Record<string, unknown>;
}

const isRegion = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ['x', 'y', 'width', 'height'].every((key) => Number.isFinite((value as Record<string, unknown>)[key]));

function linesOf(value: unknown, file: string): PaperTruth['lines'] {
  if (value === undefined || value === null) return null;
  const sound = (line: unknown) => {
    const { text, region } = (line ?? {}) as Record<string, unknown>;
    return typeof text === 'string' && (region === undefined || isRegion(region));
  };
  if (!Array.isArray(value) || !value.every(sound)) throw unreadable(file, 'lines: [{text, region}]');
  return value;
}

function valuesOf(value: unknown, file: string): Record<string, string> {
  const entries = Object.entries((value ?? {}) as object);
  if (entries.some(([, text]) => typeof text !== 'string')) throw unreadable(file, 'fields: {name: text}');
  return Object.fromEntries(entries);
}

/** `name=value;name=value`. */
const pairs = (text: string): Record<string, string> =>
  Object.fromEntries(
    text.split(';').flatMap((pair) => {
      const at = pair.indexOf('=');
      return at < 1 ? [] : [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()]];
    }),
  );

/**
 * The truth of a manifest's line.
 *
 * @param read reads a file that the line names
 * @throws CodedError `eval.manifest-unreadable` where such a file is missing or not of its form
 */
export async function paperTruth(
  { truth, columns }: LabelledPaper,
  read: (path: string) => Promise<string>,
): Promise<PaperTruth> {
  const load = (path: string) =>
    read(path).catch((cause: Error) => {
      throw unreadable(path, cause.message);
    });
  const json = truth ? object(await load(truth), truth) : {};
  const { text, fields, contradictions } = columns;
  const lines = text ? (await load(text)).split(/\r?\n/).map((line) => ({ text: line })) : null;
  const listed = contradictions?.split(/[\s;]+/).filter((code) => code !== '');
  const stated = json.contradictions as readonly string[] | undefined;
  const ignored = json.ignored as PaperTruth['ignored'];
  return {
    kind: typeof json.kind === 'string' ? json.kind : (columns.kind ?? 'any'),
    lines: linesOf(json.lines, truth) ?? lines,
    ...(Array.isArray(ignored) && ignored.every(isRegion) ? { ignored } : {}),
    fields: {
      ...valuesOf(json.fields, truth),
      ...(fields?.endsWith('.json')
        ? valuesOf(object(await load(fields), fields), fields)
        : pairs(fields ?? '')),
    },
    contradictions: Array.isArray(stated) ? stated : (listed ?? null),
  };
}
