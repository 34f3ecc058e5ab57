import {
  belongsTo,
  type LinkFollower,
  parseLink,
  SHORTENERS,
  type ThreatLookup,
} from '@jianzhen/detector-qr';

type Fetch = typeof fetch;

const TIMEOUT_MS = 3000;
const MOST_HOPS = 5;
const SAFE_BROWSING = 'https://safebrowsing.googleapis.com/v4/threatMatches:find';

/**
 * Asks shorteners where their links lead. Only hosts that are known to be shorteners are spoken to, never what they lead to: a link within a
 * lender's network, or one that tells its sender that somebody looked, is not opened.
 */
export const followShorteners = (send: Fetch = fetch): LinkFollower => ({
  async follow(url) {
    let at = url;
    for (let hop = 0; hop < MOST_HOPS; hop++) {
      const link = parseLink(at);
      if (!link || !belongsTo(link.host, SHORTENERS)) break;
      const answer = await send(link.href, {
        method: 'HEAD',
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      }).catch(() => null);
      const next = answer?.headers.get('location');
      if (!next) break;
      at = new URL(next, link.href).href;
    }
    return at === url ? null : at;
  },
});

/** Google Safe Browsing v4, threatMatches.find: sends the whole link to Google, under Google's terms and with the caller's key. */
export const safeBrowsing = (key: string, send: Fetch = fetch): ThreatLookup => ({
  async lookup(url) {
    const answer = await send(`${SAFE_BROWSING}?key=${encodeURIComponent(key)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        client: { clientId: 'jianzhen', clientVersion: '1' },
        threatInfo: {
          threatTypes: [
            'MALWARE',
            'SOCIAL_ENGINEERING',
            'UNWANTED_SOFTWARE',
            'POTENTIALLY_HARMFUL_APPLICATION',
          ],
          platformTypes: ['ANY_PLATFORM'],
          threatEntryTypes: ['URL'],
          threatEntries: [{ url }],
        },
      }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => null);
    if (!answer?.ok) return null;
    const { matches = [] } = (await answer.json()) as { matches?: { threatType: string }[] };
    return matches[0]?.threatType ?? null;
  },
});
