import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { openUrlModel, parseLink } from '../../src/index.ts';

export const model = openUrlModel(
  readFileSync(new URL('../../../../../models/url/model.json', import.meta.url), 'utf8'),
);

const label = fc.string({ unit: fc.constantFrom(...'abcxyz019-éа'), minLength: 1, maxLength: 10 });
const suffix = fc.constantFrom('com', 'cn', 'co.jp', 'duckdns.org', 'xn--fiqs8s', 'top', 'invalid');
const rest = fc.oneof(fc.constant(''), fc.string({ maxLength: 20 }).map(encodeURIComponent));

/** Links of all sorts, far cheaper to make than fast-check's own. */
export const anyLink = fc
  .tuple(
    fc.constantFrom('http', 'https', 'ftp'),
    fc.array(label, { minLength: 1, maxLength: 4 }),
    suffix,
    rest,
    rest,
  )
  .map(
    ([scheme, labels, end, path, query]) =>
      `${scheme}://${labels.join('.')}.${end}/${path}${query && `?${query}`}`,
  )
  .filter((text) => parseLink(text) !== null);
