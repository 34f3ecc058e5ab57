import type { Family } from '../family.ts';
import { linksIn } from '../read/links.ts';
import { percentDecoded } from '../read/percent.ts';

/** Readers of links take tabs and line ends out wherever they stand (WHATWG URL Standard, 4.4), so within the scheme as well. */
const SCRIPT = /^(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:/i;
const DATA = /^data:([a-z]+\/[a-z0-9.+-]+)?((?:;[a-z0-9-]+(?:=[^;,]*)?)*),/i;
/** Media types that run scripts where they are opened. */
const RUNS = /^(?:text\/html|image\/svg\+xml|application\/xhtml\+xml|text\/xml|application\/xml)$/i;

/** `javascript:` and `data:`: what is within is not run here but searched for links. */
export const script: Family = {
  name: 'script',
  read({ text }) {
    const code = SCRIPT.exec(text);
    if (code) {
      const body = percentDecoded(text.slice(code[0].length));
      return {
        kind: 'script',
        details: { service: code[0].slice(0, -1).replace(/\s/g, '').toLowerCase() },
        links: linksIn(body),
        hazard: 'script',
      };
    }
    const data = DATA.exec(text);
    if (!data) return null;
    const [head, type = 'text/plain', flags = ''] = data;
    const raw = text.slice(head.length);
    const body = /;base64$/i.test(flags) ? Buffer.from(raw, 'base64').toString('utf8') : percentDecoded(raw);
    const runs = RUNS.test(type);
    return {
      kind: runs ? 'script' : /^text\//i.test(type) ? 'text' : 'binary',
      details: { service: 'data', type: type.toLowerCase() },
      links: linksIn(body),
      hazard: runs ? 'script' : null,
    };
  },
};
