import { bareLink, isRegistrable } from './domain.ts';

/** Schemes that open an app or run something; what else has a colon in running text is mostly no link. */
const SCHEMES =
  'https?|alipays?|alipayqr|weixin|wxp|wxhb|wxwork|mqqapi|mqqwpa|mqqopensdkapi|tencent|upwallet|uppay|dcep|itms-services|itms-apps|market|intent|tg|wemeet';
/** Punctuation and brackets of both scripts end a link; so does a space. */
const LINK = new RegExp(
  `(?<![a-z0-9])(?:(?:${SCHEMES}):\\/\\/?[^\\s<>"'，。；！？、（）【】「」《》“”]+|javascript:\\S+)`,
  'gi',
);
const BARE =
  /(?<![\w@./%-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}(?![\w@-])(?::\d{1,5})?(?:[/?][!#-;=?-~]*)?/gi;
const SENTENCE = /^(?!www\.|WWW\.)[^/?A-Z]*[A-Z][^/?]*$/;
/** Ends a sentence or closes a bracket more often than it ends a link. */
const TAIL = ".,;:!?)]}'*_~";
const MOST = 32;

/** Links in running text in their order, each once, at most 32; those without a scheme get `http://`. */
export function linksIn(text: string): string[] {
  const found = new Map<string, number>();
  let rest = '';
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    if (found.size >= MOST) break;
    const link = trimmed(match[0]);
    if (!found.has(link)) found.set(link, match.index);
    rest += text.slice(end, match.index) + ' '.repeat(link.length);
    end = match.index + link.length;
  }
  rest += text.slice(end);
  for (const match of rest.matchAll(BARE)) {
    if (found.size >= MOST) break;
    const text = trimmed(match[0]);
    // A sentence that goes on after its full stop without a space has a capital there, and mostly no path.
    const link = SENTENCE.test(text) ? null : bareLink(text);
    if (link !== null && !found.has(link)) found.set(link, match.index);
  }
  return [...found].sort((a, b) => a[1] - b[1]).map(([link]) => link);
}

/** Chinese words follow a link without a space: it ends before them where the name is whole by then. */
function trimmed(match: string): string {
  const ascii = /^[!-~]+/.exec(match)?.[0] ?? '';
  const host = /^https?:\/\/([^/?#:]+)/i.exec(ascii)?.[1] ?? '';
  const web = /^https?:/i.test(match);
  const link = ascii !== '' && (!web || isRegistrable(host) || /^[\d.]+$/.test(host)) ? ascii : match;
  let end = link.length;
  while (end > 0 && TAIL.includes(link[end - 1]!)) end--;
  return link.slice(0, end);
}
