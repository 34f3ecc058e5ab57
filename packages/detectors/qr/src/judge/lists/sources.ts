import { parseLink } from '../link.ts';
import { exactExpression } from './expressions.ts';

/** What a text list holds, and what of it could not be taken. */
export interface ParsedList {
  readonly expressions: readonly string[];
  readonly skipped: readonly SkippedLine[];
}

export interface SkippedLine {
  readonly line: string;
  /** `include`: a list that is not there; `pattern`: a keyword or regular expression; `unreadable`: no host; `too-wide`: a whole suffix. */
  readonly why: 'include' | 'pattern' | 'unreadable' | 'too-wide';
}

/** The text of a list that another includes by name; null where it is not there. */
export type ReadIncluded = (name: string) => string | null;

const DNSMASQ = /^(?:server|address|local)=\/([^/]+)\//;
const HOSTS_FILE = /^(?:0\.0\.0\.0|127\.0\.0\.1)\s+(\S+)/;
const ATTRIBUTE = /\s+@(\S+)/g;

/**
 * Reads a list as text, one entry a line: a domain (with all below it), a URL, dnsmasq's `server=/domain/…`, a hosts file, or v2fly's forms
 * `domain:`, `full:` (that host alone), `include:` with `@attribute` as a filter. Comments begin with #.
 */
export function parseList(text: string, included: ReadIncluded = () => null): ParsedList {
  const expressions = new Set<string>();
  const skipped: SkippedLine[] = [];
  read(text, () => true, new Set());
  return { expressions: [...expressions], skipped };

  function read(
    list: string,
    wanted: (attributes: readonly string[]) => boolean,
    open: ReadonlySet<string>,
  ): void {
    for (const raw of list.split(/\r?\n/)) {
      // A `#` within a URL is its fragment.
      const line = raw.replace(/(?:^|\s)#.*$/, '').trim();
      if (line === '') continue;
      const attributes = [...` ${line}`.matchAll(ATTRIBUTE)].map(([, name]) => name!);
      const entry = line.replace(ATTRIBUTE, '').trim();
      const include = /^include:\s*(\S+)$/.exec(entry)?.[1];
      if (include !== undefined) {
        const inner = open.has(include) ? '' : included(include);
        if (inner === null) skipped.push({ line, why: 'include' });
        else read(inner, filterOf(attributes), new Set([...open, include]));
      } else if (wanted(attributes)) add(entry, line);
    }
  }

  function add(entry: string, line: string): void {
    if (/^(?:regexp|keyword):/.test(entry)) {
      skipped.push({ line, why: 'pattern' });
      return;
    }
    const full = entry.startsWith('full:');
    const told =
      (DNSMASQ.exec(entry) ?? HOSTS_FILE.exec(entry))?.[1] ?? entry.replace(/^(?:full|domain):/, '');
    const link = parseLink(/^[a-z]+:\/\//i.test(told) ? told : `http://${told}`);
    if (!link || /[^\p{L}\p{N}.:_\-[\]]/u.test(link.unicodeHost)) skipped.push({ line, why: 'unreadable' });
    else if (link.address === null && !link.host.includes('.')) skipped.push({ line, why: 'too-wide' });
    else if (link.host === link.suffix && !full && link.path === '/' && !link.shared)
      skipped.push({ line, why: 'too-wide' });
    else expressions.add(full ? `=${link.host}/` : exactExpression(link));
  }
}

/** `@name` keeps entries with that attribute, `@-name` those without. */
const filterOf =
  (filters: readonly string[]) =>
  (attributes: readonly string[]): boolean =>
    filters.every((filter) =>
      filter.startsWith('-') ? !attributes.includes(filter.slice(1)) : attributes.includes(filter),
    );
