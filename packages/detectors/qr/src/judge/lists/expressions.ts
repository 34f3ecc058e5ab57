// Safe Browsing v4, "Suffix/prefix expressions": a link is looked up under up to five suffixes of its host and six prefixes of its path.
import type { Link } from '../link.ts';

const HOST_PARTS = 5;
const PATH_PARTS = 4;

/** Repeatedly decoded, as deep as anybody nests it, then encoded once where it must be. */
function canonicalPath(path: string): string {
  let text = path;
  for (let round = 0; round < 4 && /%[0-9a-f]{2}/i.test(text); round++)
    text = text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return text
    .replace(/[^\x21-\x7e]|[%#]/g, (sign) =>
      [...Buffer.from(sign, 'latin1')]
        .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
        .join(''),
    )
    .replace(/\/{2,}/g, '/');
}

const shown = (host: string) => (host.includes(':') ? `[${host}]` : host);

/** Host suffixes, the whole host first; an address has no others. */
function hostSuffixes({ host, address }: Link): string[] {
  if (address !== null) return [shown(host)];
  const parts = host.split('.');
  const found = [host];
  for (let i = Math.max(1, parts.length - HOST_PARTS); i <= parts.length - 2; i++)
    found.push(parts.slice(i).join('.'));
  return found;
}

function pathPrefixes(link: Link): string[] {
  const path = canonicalPath(link.path);
  const found = link.query ? [`${path}?${link.query}`, path] : [path];
  const parts = path.split('/').slice(1, -1);
  for (let n = Math.min(parts.length, PATH_PARTS - 1); n > 0; n--)
    found.push(`/${parts.slice(0, n).join('/')}/`);
  found.push('/');
  return [...new Set(found)];
}

/** What an entry for this very link is written as: `host/path?query`. */
export const exactExpression = (link: Link): string =>
  `${shown(link.host)}${canonicalPath(link.path)}${link.query ? `?${link.query}` : ''}`;

/**
 * Every expression under which a link may be listed, the most specific first. `=host/` stands for a host without those below it: what a list
 * says of one host alone.
 */
export function expressions(link: Link): string[] {
  const paths = pathPrefixes(link);
  const [host, ...above] = hostSuffixes(link) as [string, ...string[]];
  return [
    ...paths.map((path) => host + path),
    `=${host}/`,
    ...above.flatMap((suffix) => paths.map((path) => suffix + path)),
  ];
}
