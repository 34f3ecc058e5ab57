// tel: RFC 3966; sms: RFC 5724; smsto and mmsto: NTT DoCoMo's.
import type { Family } from '../family.ts';
import { parameter } from '../read/address.ts';
import { linksIn } from '../read/links.ts';
import { percentDecoded } from '../read/percent.ts';

const NUMBER = /^[+\d*#(][\d\s().*#-]{2,31}$/;
const TEL = /^(?:tel|telprompt|callto):(?:\/\/)?([^?;]{3,80})/i;
/** Codes that networks obey when they are dialled, here those that send calls to another number (3GPP TS 22.030, annex B; *72 … abroad). */
const FORWARDS = /^\*{1,2}(?:21|61|62|67|002|004)\*|^\*(?:72|90|92)\d/;
const SMS = /^(sms|smsto|mms|mmsto):(?:\/\/)?/i;

export const tel: Family = {
  name: 'tel',
  read({ text }) {
    const number = percentDecoded(TEL.exec(text)?.[1] ?? '').trim();
    if (!NUMBER.test(number)) return null;
    const forwards = FORWARDS.test(number);
    return {
      kind: 'tel',
      details: { service: forwards ? 'call-forwarding' : null, phone: number },
      hazard: forwards ? 'call-forwarding' : 'call',
    };
  },
};

export const sms: Family = {
  name: 'sms',
  read({ text, address }) {
    const scheme = SMS.exec(text);
    if (!scheme) return null;
    const rest = text.slice(scheme[0].length);
    // The older notation has the text after a second colon, the standard's in a parameter.
    const [, numbers = '', old] = /^([^:?]*)(?::([\s\S]*))?/.exec(rest)!;
    const body = old ?? (address && parameter(address, 'body')) ?? bodyIn(rest);
    const phone = percentDecoded(numbers).trim();
    if (phone === '' && body === '') return null;
    return { kind: 'sms', details: { phone, text: body }, links: linksIn(body), hazard: 'sms-send' };
  },
};

/** Where spaces stand in the text, it is no link and its parameter is taken by hand. */
const bodyIn = (rest: string): string => percentDecoded(/[?&]body=([^&]*)/i.exec(rest)?.[1] ?? '');
