/** A link taken apart: of the web, or one that opens an app. */
export interface Address {
  /** To be opened: normalised where it is of the web, else as written. */
  readonly href: string;
  /** In lower case, without the colon. */
  readonly scheme: string;
  /** In lower case; international names in Punycode where the link is of the web; '' without one. */
  readonly host: string;
  /** With its leading slash, percent-encoding kept. */
  readonly path: string;
  readonly parameters: URLSearchParams;
  /** After `#`; '' without one. */
  readonly fragment: string;
  /** What stands before `@` in the authority and only looks like a host; '' without one. */
  readonly user: string;
  /** '' where it is the scheme's own. */
  readonly port: string;
}

const WEB = /^https?:/i;
const SCHEME = /^([a-z][a-z0-9+.-]{0,31}):/i;

/** The scheme of a link in lower case; '' where the text has none. */
export const schemeOf = (text: string): string => SCHEME.exec(text)?.[1]?.toLowerCase() ?? '';

/** Null where the text has no scheme, or is of the web and cannot be opened. */
export function readAddress(text: string): Address | null {
  return WEB.test(text) ? readWeb(text) : readApp(text);
}

function readWeb(text: string): Address | null {
  const url = URL.parse(text);
  if (!url || url.hostname === '') return null;
  return {
    href: url.href,
    scheme: url.protocol.slice(0, -1),
    host: url.hostname.replace(/\.$/, ''),
    path: url.pathname,
    parameters: url.searchParams,
    fragment: url.hash.slice(1),
    user: url.username,
    port: url.port,
  };
}

/** By hand, for apps' links keep no rules: `weixin://wxpay/bizpayurl?pr=…`, `smsto:…`. */
function readApp(text: string): Address | null {
  const scheme = schemeOf(text);
  if (scheme === '') return null;
  const rest = text.slice(scheme.length + 1).replace(/^\/\//, '');
  const [beforeFragment, fragment] = cutAt(rest, '#');
  const [before, query] = cutAt(beforeFragment, '?');
  const [host, path] = cutAt(before, '/');
  return {
    href: text,
    scheme,
    host: host.toLowerCase(),
    path: `/${path}`,
    parameters: new URLSearchParams(query),
    fragment,
    user: '',
    port: '',
  };
}

function cutAt(text: string, mark: string): [before: string, after: string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** A parameter's first value whatever the case of its name; null without one. */
export function parameter({ parameters }: Address, ...names: readonly string[]): string | null {
  for (const name of names) {
    const exact = parameters.get(name);
    if (exact !== null) return exact;
  }
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  for (const [name, value] of parameters) if (wanted.has(name.toLowerCase())) return value;
  return null;
}

/** Whether a host is a domain or lies under it. */
export const isUnder = (host: string, domain: string): boolean =>
  host === domain || host.endsWith(`.${domain}`);
