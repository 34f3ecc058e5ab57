import type { Family } from '../family.ts';
import { linksIn } from '../read/links.ts';

/** Words before a colon and two slashes; a colon alone stands in too many texts. */
const LINK = /^[a-z][a-z0-9+.-]{1,31}:\/\//i;
/** `intent://…#Intent;scheme=…;package=…;S.browser_fallback_url=…;end` (Chrome's documentation of intents). */
const INTENT = /^intent:/i;

/** Links that open an app which no family before knows. */
export const appLink: Family = {
  name: 'app-link',
  read({ text, address }) {
    if (!address) return null;
    if (INTENT.test(text)) {
      const extras = new Map(
        address.fragment.split(';', 64).map((part): [string, string] => {
          const at = part.indexOf('=');
          return [part.slice(0, Math.max(0, at)), part.slice(at + 1)];
        }),
      );
      const scheme = extras.get('scheme');
      const fallback = decoded(extras.get('S.browser_fallback_url'));
      const inner = scheme ? text.replace(INTENT, `${scheme}:`).replace(/#Intent;[\s\S]*/, '') : null;
      return {
        kind: 'app-link',
        details: { scheme, app: extras.get('package'), service: 'intent' },
        links: [text, ...(inner ? [inner] : []), ...linksIn(fallback)],
        hazard: 'app-link',
        opens: inner,
      };
    }
    if (!LINK.test(text) || /^https?$/.test(address.scheme)) return null;
    return { kind: 'app-link', details: { scheme: address.scheme }, links: [text], hazard: 'app-link' };
  },
};

const decoded = (value = ''): string => new URLSearchParams(`v=${value}`).get('v') ?? '';
