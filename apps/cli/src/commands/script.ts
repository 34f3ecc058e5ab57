import { type CodedError, sortFindings, toCodedError } from '@jianzhen/evidence';
import { expandInputs, readInput } from '../inputs.ts';
import { errorForPeople, errorLine, writeLine } from '../output/lines.ts';
import { dim, table } from '../output/terminal.ts';
import { Status } from '../status.ts';
import { type NamedText, type TextColumns, textsOf } from '../texts.ts';
import { type ExaminedText, examineTogether } from './script-run.ts';

export interface ScriptOptions extends TextColumns {
  readonly json?: boolean;
}

interface ReadFile {
  readonly file: string;
  readonly texts: readonly NamedText[];
  readonly error: CodedError | null;
}

/** Phrases of agents, and letters of one script among all that are given: a line of JSON a text, or a table. */
export async function script(paths: readonly string[], options: ScriptOptions): Promise<Status> {
  const read: ReadFile[] = [];
  for (const file of await expandInputs(paths)) {
    try {
      read.push({ file, texts: textsOf(file, await readInput(file), options), error: null });
    } catch (thrown) {
      read.push({ file, texts: [], error: toCodedError(thrown) });
    }
  }
  const examined = examineTogether(read.flatMap(({ texts }) => texts));
  const rows: string[][] = [];
  let at = 0;
  for (const { file, texts, error } of read) {
    if (error && options.json) writeLine(errorLine(file, error));
    else if (error) console.error(errorForPeople(file, error));
    for (const one of examined.slice(at, at + texts.length)) {
      if (options.json) writeLine(one);
      else rows.push(row(one));
    }
    at += texts.length;
  }
  if (!options.json) printTable(rows, examined);
  return read.some(({ error }) => error) ? Status.unreadable : Status.done;
}

function row({ file, script, texts, findings }: ExaminedText): string[] {
  const [first] = sortFindings(findings);
  const { zh, en } = first?.message ?? { zh: '', en: '' };
  return [file, script ? `${script} × ${texts}` : '–', `${zh} ${dim(en)}`];
}

/** Texts, and below them each script's template. */
function printTable(rows: readonly string[][], examined: readonly ExaminedText[]): void {
  console.log(table(['文件 file', '话术 script', '发现 finding'], rows));
  const templates = new Map(examined.map(({ script, template }) => [script, template]));
  for (const [script, template] of templates) if (script && template) console.log(`\n${script}\n${template}`);
}
