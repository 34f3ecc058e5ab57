import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { buildLists, type ListKind, type ListSource, parseList } from '@jianzhen/detector-qr';
import { expandInputs, readInput } from '../inputs.ts';
import { writeLine } from '../output/lines.ts';
import { dim } from '../output/terminal.ts';
import { writeOutput } from '../output/write.ts';
import { Status } from '../status.ts';

export interface BuildListsOptions {
  readonly json?: boolean;
  /** Files whose entries are vouched for. */
  readonly allow?: readonly string[];
}

/** Text lists into one file that the judge looks links up in. Said for each list: what it holds and what could not be taken. */
export async function buildUrlLists(
  out: string,
  paths: readonly string[],
  { json = false, allow = [] }: BuildListsOptions,
): Promise<Status> {
  const sources: ListSource[] = [];
  const add = async (file: string, kind: ListKind) => {
    const text = Buffer.from(await readInput(file)).toString('utf8');
    const { expressions, skipped } = parseList(text, includedBeside(file));
    const name = basename(file);
    sources.push({ name, kind, expressions });
    if (json) writeLine({ list: name, kind, entries: expressions.length, skipped });
    else {
      console.log(`${name}（${kind}）：${expressions.length} 条 entries，略过 left out ${skipped.length}`);
      for (const { line, why } of skipped.slice(0, 5)) console.log(dim(`  ${why}: ${line}`));
    }
  };
  // Who is vouched for comes first: of an entry in several lists the first counts.
  for (const file of await expandInputs(allow)) await add(file, 'allow');
  for (const file of await expandInputs(paths)) await add(file, 'block');
  const bytes = buildLists(sources);
  await writeOutput(out, bytes);
  if (json) writeLine({ out, bytes: bytes.length, lists: sources.length });
  else console.log(`${out}：${(bytes.length / 1e6).toFixed(1)} MB`);
  return Status.done;
}

/** Lists that a list includes lie beside it, under their own names. */
const includedBeside = (file: string) => (name: string) => {
  try {
    return readFileSync(join(dirname(file), basename(name)), 'utf8');
  } catch {
    return null;
  }
};
