import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Link, parseLink } from '@jianzhen/detector-qr';
import { errors } from '../../errors.ts';

export type UrlSplit = 'train' | 'validation' | 'test';

export interface UrlSample {
  readonly link: Link;
  /** 1 where the link is there to deceive. */
  readonly label: 0 | 1;
  /** `phishing`, `scam`, `benign` or `served` (hosts served from China, unvetted: for training alone). */
  readonly source: 'phishing' | 'scam' | 'benign' | 'served';
  /** `YYYY/MM/DD`, where known. */
  readonly date: string;
}

/** Ends of the dates of training and of validation. */
const TRAIN_UNTIL = '2024';
const VALIDATION_UNTIL = '2024/07';
const TRAIN_BUCKETS = 2;
const VALIDATION_BUCKET = 3;
const TEST_BUCKET = 4;

const bucketOf = (host: string) =>
  Number.parseInt(createHash('sha1').update(host).digest('hex').slice(0, 8), 16) % 10;

function splitOf({ source, date, link }: UrlSample): UrlSplit | null {
  if (source === 'phishing') {
    if (!/^\d{4}\//.test(date)) return null;
    return date < TRAIN_UNTIL ? 'train' : date < VALIDATION_UNTIL ? 'validation' : 'test';
  }
  if (source === 'served') return 'train';
  const bucket = bucketOf(link.host);
  if (bucket <= TRAIN_BUCKETS) return 'train';
  return bucket === VALIDATION_BUCKET ? 'validation' : bucket === TEST_BUCKET ? 'test' : null;
}

function lines(folder: string, name: string): string[] {
  const file = join(folder, name);
  if (!existsSync(file)) throw errors('cli.file-missing', { file });
  return gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean);
}

function* samples(folder: string): Generator<UrlSample> {
  const sample = (text: string, label: 0 | 1, source: UrlSample['source'], date = ''): UrlSample[] => {
    const link = parseLink(text);
    return link ? [{ link, label, source, date }] : [];
  };
  for (const line of lines(folder, 'phishing-jpcert-2019-2024.csv.gz').slice(1)) {
    const [date = ''] = line.split(',', 1);
    yield* sample(line.slice(date.length + 1, line.lastIndexOf(',')), 1, 'phishing', date);
  }
  for (const line of lines(folder, 'scam-domains-gaso.txt.gz')) yield* sample(line, 1, 'scam');
  for (const line of lines(folder, 'benign-links-by-host.txt.gz')) yield* sample(line, 0, 'benign');
  for (const line of lines(folder, 'china-domains.conf.gz'))
    yield* sample(line.split('/')[1] ?? '', 0, 'served');
}

export interface UrlSets extends Readonly<Record<UrlSplit, readonly UrlSample[]>> {
  /** Phishing of the test part whose domain an earlier split holds: no part of the test, but what lists are for. */
  readonly seen: readonly UrlSample[];
}

/**
 * The public sets, split by date (phishing) and by host (the others). Nobody's registrable domain lies in two splits: what later splits hold
 * of an earlier one's is dropped, and of the unvetted hosts all that any other set holds.
 */
export function readUrlSets(folder: string): UrlSets {
  const sets: Record<UrlSplit, UrlSample[]> = { train: [], validation: [], test: [] };
  const owner = new Map<string, UrlSplit>();
  const unvetted: UrlSample[] = [];
  const seen: UrlSample[] = [];
  const kept = (sample: UrlSample, split: UrlSplit) => {
    const first = owner.get(sample.link.domain) ?? split;
    owner.set(sample.link.domain, first);
    if (first === split) sets[split].push(sample);
    else if (split === 'test' && sample.source === 'phishing') seen.push(sample);
  };
  const all = [...samples(folder)].map((sample) => ({ sample, split: splitOf(sample) }));
  for (const turn of ['train', 'validation', 'test'] as const)
    for (const { sample, split } of all) {
      if (split !== turn) continue;
      if (sample.source === 'served') unvetted.push(sample);
      else kept(sample, split);
    }
  for (const sample of unvetted) if (!owner.has(sample.link.domain)) sets.train.push(sample);
  return { ...sets, seen };
}
