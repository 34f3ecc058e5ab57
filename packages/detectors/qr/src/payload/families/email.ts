// mailto: RFC 6068; MATMSG: NTT DoCoMo.
import type { Family } from '../family.ts';
import { parameter, readAddress } from '../read/address.ts';
import { first, readFields } from '../read/fields.ts';
import { linksIn } from '../read/links.ts';
import { percentDecoded } from '../read/percent.ts';

const PLAIN = /^[^\s@:/?&"<>]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}$/i;

export const email: Family = {
  name: 'email',
  read({ text }) {
    if (/^mailto:/i.test(text)) {
      const link = readAddress(text);
      const to = percentDecoded(/^[^?]*/.exec(text.slice(7))![0]);
      return link && written(to, parameter(link, 'subject'), parameter(link, 'body'));
    }
    if (/^MATMSG:/i.test(text)) {
      const fields = readFields(text.slice(7));
      return written(first(fields, 'TO') ?? '', first(fields, 'SUB'), first(fields, 'BODY'));
    }
    return text.length <= 254 && PLAIN.test(text) ? written(text, null, null) : null;
  },
};

const written = (to: string, subject: string | null | undefined, body: string | null | undefined) => ({
  kind: 'email' as const,
  details: { to, subject, text: body },
  links: linksIn(body ?? ''),
  hazard: 'email-send' as const,
});
