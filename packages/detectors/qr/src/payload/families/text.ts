import type { Family } from '../family.ts';
import { linksIn } from '../read/links.ts';
import { coinAddressesIn } from './crypto/index.ts';

const MOST = 8;
const MOBILE = /(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g;
const SERVICE = /(?<![\d.])[48]00[- ]?\d{3}[- ]?\d{4}(?!\d)/g;
const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}(?![\w-])/gi;
/** As WeChat has them: 6 to 20 letters, a letter first. Frauds write 薇, 威, v and vx for its name. */
const WECHAT =
  /(?:[微薇威]信|[加➕+] ?[vV薇微]|(?<![a-z])(?:vx|wx|wechat|weixin))(?:号|id)?[ 　]{0,3}[:：]?[ 　]{0,3}([a-z][-_a-z0-9]{5,19})(?![-_a-z0-9])/gi;
const QQ = /(?:(?<![a-z])qq|扣扣|企鹅)(?:群|号)?(?:号)?[ 　]{0,3}[:：]?[ 　]{0,3}([1-9]\d{4,10})(?!\d)/gi;

/** What no other family knows: links, telephone numbers and names in chats are picked out. Takes every payload. */
export const text: Family = {
  name: 'text',
  read({ text }) {
    const coins = coinAddressesIn(text);
    return {
      kind: 'text',
      details: {
        phones: found(text, MOBILE, SERVICE),
        emails: found(text, EMAIL),
        wechat: found(text, WECHAT),
        qq: found(text, QQ),
        coin: [...new Set(coins.map(({ coin }) => coin))].join(', '),
        address: coins.map(({ address }) => address).join(', '),
      },
      links: linksIn(text),
      hazard: coins.length > 0 ? 'crypto-transfer' : null,
    };
  },
};

/** What a pattern finds, or its group, each once, at most 8. */
function found(text: string, ...patterns: readonly RegExp[]): string {
  const values = new Set<string>();
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) {
      if (values.size >= MOST) break;
      values.add(match[1] ?? match[0]);
    }
  return [...values].join(', ');
}
