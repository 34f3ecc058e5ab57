import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import {
  buildLists,
  createJudge,
  type ListKind,
  type ListSource,
  listedRisk,
  parseList,
} from '@jianzhen/detector-qr';
import { type Risk, type RiskLevel, toCodedError } from '@jianzhen/evidence';
import { errors } from '../errors.ts';
import { expandInputs, readInput } from '../inputs.ts';
import { readUrlModel } from '../models.ts';
import { followShorteners, safeBrowsing } from '../online.ts';
import { errorForPeople, writeLine } from '../output/lines.ts';
import { dim, riskText, table } from '../output/terminal.ts';
import { writeOutput } from '../output/write.ts';
import { Status } from '../status.ts';

export interface UrlOptions {
  readonly json?: boolean;
  /** File of lists; `JIANZHEN_LISTS` unless told. */
  readonly lists?: string;
  /** Ask shorteners where their links lead; goes out to the network. */
  readonly follow?: boolean;
  /** Ask Google Safe Browsing with the key in `JIANZHEN_SAFE_BROWSING_KEY`; goes out to the network. */
  readonly safeBrowsing?: boolean;
}

/** Each link's risk: a line of JSON a link, in order, or a table. `-` stands for the lines of standard input. */
export async function url(given: readonly string[], options: UrlOptions): Promise<Status> {
  const file = options.lists ?? process.env.JIANZHEN_LISTS;
  const judge = createJudge({
    model: readUrlModel(),
    ...(file !== undefined && { lists: await readInput(file) }),
  });
  const follower = options.follow ? followShorteners() : null;
  const threats = options.safeBrowsing ? safeBrowsing(safeBrowsingKey()) : null;
  const rows: string[][] = [];
  let unreadable = false;
  for await (const text of linksOf(given)) {
    try {
      const own = judge.judgeUrl(text);
      const leadsTo = (await follower?.follow(text)) ?? null;
      const reached = leadsTo === null ? own : judge.judgeUrl(leadsTo);
      const threat = (await threats?.lookup(leadsTo ?? text)) ?? null;
      const risk = threat === null ? reached : listedRisk(`Safe Browsing: ${threat}`, leadsTo ?? text);
      if (options.json) writeLine({ url: text, risk, ...(leadsTo !== null && { leadsTo }) });
      else rows.push(rowOf(leadsTo ?? text, risk));
    } catch (thrown) {
      unreadable = true;
      const error = toCodedError(thrown);
      if (options.json) writeLine({ url: text, error: error.toJSON() });
      else console.error(errorForPeople(text, error));
    }
  }
  if (!options.json && rows.length > 0) console.log(table(['网址 link', '风险 risk', '', ''], rows));
  return unreadable ? Status.unreadable : Status.done;
}

function safeBrowsingKey(): string {
  const key = process.env.JIANZHEN_SAFE_BROWSING_KEY;
  if (!key) throw errors('cli.usage', { detail: '--safe-browsing: JIANZHEN_SAFE_BROWSING_KEY' });
  return key;
}

async function* linksOf(given: readonly string[]): AsyncGenerator<string> {
  for (const text of given) {
    if (text !== '-') yield text;
    else
      for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
        if (line.trim() !== '') yield line.trim();
  }
}

const LONGEST_SHOWN = 60;

function rowOf(text: string, { level, probability, reasons }: Risk): string[] {
  const [first] = reasons;
  return [
    text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text,
    riskText(level satisfies RiskLevel),
    `${(100 * probability).toFixed(1)}%`,
    first ? `${first.message.zh} ${dim(first.message.en)}` : '',
  ];
}

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
