import { readAddress, schemeOf } from './address.ts';
import { bareLink } from './domain.ts';
import { linksIn } from './links.ts';
import { percentDecoded } from './percent.ts';

/** Links in links are followed so far; a chain this long is none that a person made. */
const DEPTH = 8;
const MOST = 32;
/** Percent-encoding is undone so often at one place. */
const LAYERS = 5;
/** Names of parameters whose value is an address even where it does not look like one by itself. */
const REDIRECT =
  /^(?:url|u|uri|link|target|to|go|goto|jump|dest|destination|next|continue|redirect(?:_?ur[li])?|return(?:_?url)?|callback|backurl|tolink|qrcode|scheme|iframesrc|page)$/i;
const LINK = /^(?:[a-z][a-z0-9+.-]{1,31}:\/\/|(?:javascript|vbscript|data|intent|tel|sms):)/i;
/** `http`, `weixin:`, `alipay` in base64 at each length that the letters have alone. */
const BASE64 = /^(?:aHR0c|SFRUU|d2VpeGlu|YWxpcGF5)[A-Za-z0-9+/_-]+={0,2}$/;
const IN_PATH = /(?<=.)https?(?::|%3a)(?:\/|%2f){1,2}/i;

/**
 * The links and what is wrapped in them, each followed by its own; each once, at most 32, those of the web normalised and
 * left out where they cannot be opened. Linear in the text.
 */
export function linksWithin(first: readonly string[]): string[] {
  const links = new Set<string>();
  const add = (text: string, depth: number): void => {
    const link = readAddress(text)?.href;
    if (link === undefined || links.size >= MOST || links.has(link)) return;
    links.add(link);
    if (depth < DEPTH) for (const inner of wrapped(link)) add(inner, depth + 1);
  };
  for (const link of first) add(link, 0);
  return [...links];
}

/** Links one layer within a link: in its parameters, its fragment's parameters and its path. */
export function wrapped(link: string): string[] {
  const address = readAddress(link);
  if (!address || ['javascript', 'data'].includes(address.scheme)) return [];
  const inner: string[] = [];
  const query = address.fragment.slice(address.fragment.indexOf('?') + 1);
  for (const parameters of [address.parameters, new URLSearchParams(query)])
    for (const [name, value] of parameters) {
      if (inner.length >= MOST) return inner;
      const found = linkOf(value, REDIRECT.test(name)) ?? (value === '' ? linkOf(name, false) : null);
      if (found !== null) inner.push(found);
      // Some apps take their parameters as JSON.
      else if (/^\s*[{[]/.test(value)) inner.push(...linksIn(percentDecoded(value)));
    }
  const path = address.href.slice(0, Math.max(0, address.href.search(/[?#]|$/)));
  const at = path.slice(address.scheme.length + 3).search(IN_PATH);
  if (at >= 0) inner.push(...present(linkOf(address.href.slice(at + address.scheme.length + 3), true)));
  return inner.filter((found) => found.length < link.length);
}

/** A parameter's value as a link, percent-encoding and base64 undone; null where it is none. `named`: it should be one, even without a scheme. */
export function linkOf(value: string | null, named: boolean): string | null {
  let text = value?.trim() ?? '';
  for (let layer = 0; layer < LAYERS; layer++) {
    if (LINK.test(text)) return text;
    if (BASE64.test(text)) text = Buffer.from(text, 'base64').toString('utf8');
    else if (text.includes('%')) text = percentDecoded(text);
    else break;
  }
  if (LINK.test(text)) return text;
  if (!named || schemeOf(text) !== '') return null;
  return text.startsWith('//') ? `https:${text}` : bareLink(text);
}

const present = (link: string | null): string[] => (link === null ? [] : [link]);
