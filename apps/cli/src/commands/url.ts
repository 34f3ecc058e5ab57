import { createInterface } from 'node:readline/promises';
import { type Judge, judgeCodesBy, listedRisk, understand } from '@jianzhen/detector-qr';
import { openLinkJudge } from '@jianzhen/engine';
import { type Risk, toCodedError } from '@jianzhen/evidence';
import { errors } from '../errors.ts';
import { followShorteners, safeBrowsing } from '../online.ts';
import { errorForPeople, writeLine } from '../output/lines.ts';
import { dim, riskText, table } from '../output/terminal.ts';
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
  const judge = openLinkJudge(options.lists === undefined ? {} : { lists: options.lists });
  const follower = options.follow ? followShorteners() : null;
  const threats = options.safeBrowsing ? safeBrowsing(safeBrowsingKey()) : null;
  const rows: string[][] = [];
  let unreadable = false;
  for await (const text of linksOf(given)) {
    try {
      const own = judgeText(judge, text);
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

/** A link, or what else a code may carry: `weixin://…`, `alipays://…`. @throws CodedError `qr.not-a-link` where it is neither */
function judgeText(judge: Judge, text: string): Risk {
  try {
    return judge.judgeUrl(text);
  } catch (thrown) {
    if (NO_LINK.has(understand(text).kind)) throw thrown;
    return judgeCodesBy(judge)(text).risk;
  }
}

const NO_LINK: ReadonlySet<string> = new Set(['text', 'binary', 'url']);

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
    riskText(level),
    `${(100 * probability).toFixed(1)}%`,
    first ? `${first.message.zh} ${dim(first.message.en)}` : '',
  ];
}
