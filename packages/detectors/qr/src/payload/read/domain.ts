import { domainToASCII } from 'node:url';
import { parse } from 'tldts';

/** Endings that are top-level domains, but of files more often than of sites where nothing else says `site`. */
const FILE_ENDINGS = new Set('md mov pl ps py rs sh so zip'.split(' '));
const BARE =
  /^((?:[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?\.){1,8}\p{L}[\p{L}\p{N}-]{1,23})\.?(:\d{1,5})?(?:[/?#]\S*)?$/u;

/** Whether a host ends in a suffix under which names are registered. */
export function isRegistrable(host: string): boolean {
  const { domain, isIcann, isPrivate } = parse(host, { allowPrivateDomains: true });
  return domain !== null && (isIcann === true || isPrivate === true);
}

/** `www.x.cn/…` or `名字.中国` as a link; null where a text is no address written without its scheme. */
export function bareLink(text: string): string | null {
  const match = BARE.exec(text);
  const host = match?.[1];
  if (!host || !isRegistrable(domainToASCII(host))) return null;
  const parts = host.toLowerCase().split('.');
  const alone = match[0].length === host.length && parts.length === 2;
  return alone && FILE_ENDINGS.has(parts[1]!) ? null : `http://${text}`;
}
