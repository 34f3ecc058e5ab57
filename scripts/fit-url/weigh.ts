import { type Link, parseLink } from '@jianzhen/detector-qr';
import { seeded } from '@jianzhen/learn';
import type { UrlSample } from '../../apps/cli/src/commands/eval-url/data.ts';

export interface WeightedLink {
  readonly link: Link;
  readonly label: 0 | 1;
  readonly weight: number;
  readonly source: UrlSample['source'];
  /** Whether path and query were taken off. */
  readonly copy: boolean;
  /** Registrable domain: what is never split between folds. */
  readonly group: string;
}

export interface WeighOptions {
  /** Years in which the weight of a phishing link halves. */
  readonly halfLife: number;
  /** Weight of the unvetted hosts altogether, beside 1 of the benign links. */
  readonly served: number;
  /** Weight of the copy without path and query that each link gets, beside 1 of the link. */
  readonly bare: number;
}

/** Years from a date (`YYYY/MM/…`) to the end of training, by months. */
const ageOf = (date: string) =>
  Math.max(0, 2024 - Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) - 0.5) / 12);

/** Sum of the weights of a class. */
const CLASS = 50_000;

/**
 * Every registrable domain counts as the square root of its links, so that no campaign outweighs the others; phishing counts by its age; both
 * classes count the same. A copy of each link without path and query keeps a path from being a proof.
 */
export function weighed(samples: readonly UrlSample[], options: WeighOptions): WeightedLink[] {
  const counts = new Map<string, number>();
  for (const { link } of samples) counts.set(link.domain, (counts.get(link.domain) ?? 0) + 1);
  const out: WeightedLink[] = [];
  for (const { link, label, source, date } of samples) {
    const age = date ? ageOf(date) : 0;
    const weight = 0.5 ** (age / options.halfLife) / Math.sqrt(counts.get(link.domain)!);
    const group = link.domain;
    out.push({ link, label, weight, group, source, copy: false });
    if (options.bare === 0 || (link.path === '/' && link.query === '')) continue;
    const bare = parseLink(`${link.scheme}://${link.host.includes(':') ? `[${link.host}]` : link.host}/`);
    if (bare) out.push({ link: bare, label, weight: weight * options.bare, group, source, copy: true });
  }
  const total = (of: (source: UrlSample['source']) => boolean) =>
    out.reduce((sum, { weight, source }) => sum + (of(source) ? weight : 0), 0);
  const deceits = total((source) => source === 'phishing' || source === 'scam');
  const [benign, served] = [total((source) => source === 'benign'), total((source) => source === 'served')];
  const share = options.served / (1 + options.served);
  const factor = (source: UrlSample['source']) => {
    if (source === 'served') return (CLASS * share) / served;
    return source === 'benign' ? (CLASS * (1 - (served > 0 ? share : 0))) / benign : CLASS / deceits;
  };
  return out.map((sample) => ({ ...sample, weight: sample.weight * factor(sample.source) }));
}

/** At most so many samples of each source, evenly drawn by the seed, with their numbers; their weights make up for those left out. */
export function chosen(
  samples: readonly WeightedLink[],
  most: Readonly<Record<UrlSample['source'], number>>,
  seed: number,
): { readonly row: number; readonly sample: WeightedLink }[] {
  const random = seeded(seed);
  const counts = new Map<string, number>();
  for (const { source } of samples) counts.set(source, (counts.get(source) ?? 0) + 1);
  return samples.flatMap((sample, row) => {
    const share = Math.min(1, most[sample.source] / counts.get(sample.source)!);
    return random() < share ? [{ row, sample: { ...sample, weight: sample.weight / share } }] : [];
  });
}
