import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildLists, exactExpression, type ListSource, parseList } from '@jianzhen/detector-qr';
import type { UrlSample } from './data.ts';

/** Hosts on which strangers publish are listed by the whole host, others by the registrable domain. */
const expressionOf = ({ link }: UrlSample) =>
  link.shared || link.subdomain === '' ? `${link.host}/` : `${link.domain}/`;

/** Lists as somebody could have built them at the end of the training period: its deceits, and official domains. */
export function trainingLists(train: readonly UrlSample[], folder: string): Uint8Array {
  const deceits = train.filter(({ label }) => label);
  const ordinary = new Set(train.filter(({ source }) => source === 'benign').map(({ link }) => link.domain));
  const brands = join(folder, 'brands');
  const official: ListSource[] = (existsSync(brands) ? readdirSync(brands) : []).map((name) => ({
    name,
    kind: 'allow',
    expressions: parseList(readFileSync(join(brands, name), 'utf8')).expressions,
  }));
  // A domain that ordinary links of training are on too is not listed as a whole.
  const block = deceits.map((sample) =>
    ordinary.has(sample.link.domain) ? exactExpression(sample.link) : expressionOf(sample),
  );
  return buildLists([...official, { name: 'reported up to 2023', kind: 'block', expressions: block }]);
}
