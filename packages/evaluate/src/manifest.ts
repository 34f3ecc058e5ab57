import { parse } from 'csv-parse/sync';
import { errors } from './errors.ts';

/** A line of a labelled set: `file,label,mask` and whatever else the set knows of it (source, op, pipeline …). */
export interface LabelledFile {
  readonly file: string;
  readonly label: 0 | 1;
  /** Path of the true mask; empty where there is none. */
  readonly mask: string;
  readonly columns: Readonly<Record<string, string>>;
}

/** @throws CodedError when a column is missing or a label is neither 0 nor 1 */
export function parseManifest(text: string, name: string): LabelledFile[] {
  let rows: Record<string, string>[];
  try {
    rows = parse(text, { columns: true, skip_empty_lines: true, bom: true, trim: true });
  } catch (cause) {
    throw errors('eval.manifest-unreadable', { file: name, detail: (cause as Error).message }, { cause });
  }
  const first = rows[0] ?? {};
  for (const column of ['file', 'label']) {
    if (!(column in first)) throw errors('eval.manifest-columns', { column });
  }
  return rows.map((columns, i) => {
    const label = columns.label;
    if (label !== '0' && label !== '1')
      throw errors('eval.manifest-label', { line: i + 2, value: label ?? '' });
    return { file: columns.file!, label: label === '1' ? 1 : 0, mask: columns.mask ?? '', columns };
  });
}
