import { domainToUnicode } from 'node:url';
import { parse } from 'tldts';

/** A link to a host, taken apart. What has no host (`weixin://`, `tel:`) is a payload and no link. */
export interface Link {
  /** As WHATWG's URL standard writes it. */
  readonly href: string;
  /** `http`, `https` or `ftp`. */
  readonly scheme: string;
  /** Lower-case ASCII, punycode where it is international, without port or final dot; an IPv6 address without brackets. */
  readonly host: string;
  /** The host as a browser may show it. */
  readonly unicodeHost: string;
  /** Public suffix, those of private registries (`duckdns.org`, `github.io`) included; empty for an address or a bare name. */
  readonly suffix: string;
  /** What somebody registered: the suffix and one label; the host itself where there is none. */
  readonly domain: string;
  /** The registered label alone, in Unicode. */
  readonly label: string;
  /** What stands before the registrable domain, without the dot between; in Unicode. */
  readonly subdomain: string;
  /** Whether the suffix is private: anybody gets a name below it in minutes. */
  readonly shared: boolean;
  /** How the address is written where the host is one. */
  readonly address: 'plain' | 'disguised' | 'ipv6' | null;
  /** Empty where it is the scheme's own. */
  readonly port: string;
  /** What stands before an `@`, as written. */
  readonly user: string;
  /** With the slash before it. */
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
}

const SCHEMES = new Set(['http:', 'https:', 'ftp:']);
const WITH_SCHEME = /^[a-z][a-z0-9+.-]*:[\\/]{2}/i;
const AUTHORITY = /^[a-z]+:[\\/]*(?:([^\\/?#]*)@)?(\[[^\]]*\]|[^\\/?#:]*)/i;
const DOTTED = /^(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}$/;
/** A link longer than this is cut: browsers keep less on screen, and nobody is warned by its end. */
const LONGEST = 8192;

/** Takes a link apart; one without a scheme (`example.com/a`) is taken for HTTP where its suffix is known. Null for what is no link. */
export function parseLink(text: string): Link | null {
  const trimmed = text.trim().slice(0, LONGEST);
  if (/\s/.test(trimmed)) return null;
  const bare = !WITH_SCHEME.test(trimmed);
  // `mailto:a@example.com`: another scheme and no port.
  if (bare && /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(trimmed)) return null;
  const written = bare ? `http://${trimmed}` : trimmed;
  const url = URL.parse(written);
  if (!url || !SCHEMES.has(url.protocol) || url.hostname === '') return null;
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '');
  const known = parse(host, { allowPrivateDomains: true, extractHostname: false, validateHostname: false });
  const registered = known.isIcann || known.isPrivate;
  if (host === '' || (bare && !known.isIp && !(registered && host.includes('.')))) return null;
  const [, user = '', authority = ''] = AUTHORITY.exec(written) ?? [];
  const suffix = registered ? (known.publicSuffix ?? '') : '';
  const domain = known.domain ?? host;
  const unicode = (name: string) => domainToUnicode(name) || name;
  return {
    href: url.href,
    scheme: url.protocol.slice(0, -1),
    host,
    unicodeHost: known.isIp ? host : unicode(host),
    suffix,
    domain,
    label: known.domain ? unicode(known.domainWithoutSuffix ?? '') : '',
    subdomain: known.domain ? unicode(known.subdomain ?? '') : '',
    shared: known.isPrivate === true,
    address: known.isIp
      ? host.includes(':')
        ? 'ipv6'
        : DOTTED.test(authority)
          ? 'plain'
          : 'disguised'
      : null,
    port: url.port,
    user,
    path: url.pathname,
    query: url.search.slice(1),
  };
}
