import { openLists, parseLink, type UrlModel } from '@jianzhen/detector-qr';
import type { UrlSample, UrlSets, UrlSplit } from './data.ts';
import { fitLexical } from './lexical.ts';
import { trainingLists } from './lists.ts';
import { urlMetrics } from './metrics.ts';
import { judged, type UrlScore } from './scores.ts';
import { type Row, row } from './table.ts';
import { randomSplit } from './trap.ts';

export interface PublicOptions {
  readonly folder: string;
  readonly splits: readonly UrlSplit[];
  readonly seed: number;
}

/** What only the public sets can show: by kind of link, with lists of the training period, baselines fitted on it, and the trap. `own` is the product's word without lists. */
export function publicRows(
  sets: UrlSets,
  model: UrlModel,
  own: UrlScore,
  { folder, splits, seed }: PublicOptions,
): Row[] {
  const samples = splits.flatMap((split) => sets[split]);
  const listed = judged({ model, lists: openLists(trainingLists(sets.train, folder)) });
  const phishing = samples.filter(({ source }) => source !== 'scam');
  const scams = samples.filter(({ source }) => source !== 'phishing');
  const recurring = [...samples, ...sets.seen];
  return [
    row('phishing and ordinary links', phishing, own),
    row('… without path and query', phishing.filter(bare), own),
    row(
      '… with path or query',
      phishing.filter((sample) => !bare(sample)),
      own,
    ),
    row('… one link a domain', onePerDomain(phishing), own),
    row('… paths and queries cut off', phishing.map(cut), own),
    row('scams and ordinary links', scams, own),
    row('all, recurring domains too, no lists', recurring, own),
    row('all, recurring domains too, with lists', recurring, listed),
    row('baseline: lexical facts, logistic regression', samples, fitLexical(sets.train)),
    {
      name: 'TRAP, no result: random split',
      ...urlMetrics(randomSplit([...sets.train, ...sets.validation, ...sets.test, ...sets.seen], seed)),
    },
  ];
}

const bare = ({ link }: UrlSample) => link.path === '/' && link.query === '';

const onePerDomain = (samples: readonly UrlSample[]): UrlSample[] =>
  [...Map.groupBy(samples, ({ link }) => link.domain).values()].map(([first]) => first!);

function cut(sample: UrlSample): UrlSample {
  const link = parseLink(new URL('/', sample.link.href).href);
  return link ? { ...sample, link } : sample;
}
