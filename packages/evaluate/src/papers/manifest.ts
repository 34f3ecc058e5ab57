/**
 * A labelled set of papers. A CSV with a header, UTF-8, one page a line:
 *
 * | column | what |
 * |---|---|
 * | `file` | the picture, relative to the manifest |
 * | `truth` | JSON file beside it: `{"kind", "lines": [{"text", "region": {x, y, width, height}}], "fields": {name: value}, "contradictions": [code]}` in pixels; each key may be missing. May be empty |
 * | `text` | instead of `lines`: a text file, one line of the page a line; lines are then held against the reading without places |
 * | `fields` | instead of the JSON's: `name=value;name=value`, or a path of a JSON file with an object |
 * | `contradictions` | instead of the JSON's: codes parted by blanks or `;`; empty on a genuine page. Without the column nothing is known |
 * | `received` | day on which the page was handed in, `YYYY-MM-DD` |
 * | `seals` | titles of the seals on the page, parted by `;` |
 * | `names`, `identities` | the customer's names and identity numbers as the lender has them, parted by `;` |
 * | `capture`, `sort` | for the tables alone |
 */
import { parse } from 'csv-parse/sync';
import { errors } from '../errors.ts';

/** A line of a manifest of papers. */
export interface LabelledPaper {
  readonly file: string;
  /** Path of the JSON file with the truth; empty where there is none. */
  readonly truth: string;
  readonly columns: Readonly<Record<string, string>>;
}

/** @throws CodedError `eval.manifest-unreadable`, `eval.manifest-columns` */
export function parsePaperManifest(text: string, name: string): LabelledPaper[] {
  let rows: Record<string, string>[];
  try {
    rows = parse(text, { columns: true, skip_empty_lines: true, bom: true, trim: true });
  } catch (cause) {
    throw errors('eval.manifest-unreadable', { file: name, detail: (cause as Error).message }, { cause });
  }
  if (!('file' in (rows[0] ?? {}))) throw errors('eval.manifest-columns', { column: 'file' });
  return rows.map((columns) => ({ file: columns.file!, truth: columns.truth ?? '', columns }));
}
