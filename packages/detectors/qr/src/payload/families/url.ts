import { domainToUnicode } from 'node:url';
import type { Family, Reading } from '../family.ts';
import { type Address, readAddress } from '../read/address.ts';
import { bareLink } from '../read/domain.ts';
import { first, readFields } from '../read/fields.ts';
import { wrapped } from '../read/nested.ts';
import { isWeb } from '../read/rules.ts';

/** MEBKM: NTT DoCoMo's bookmark; URLTO: an older one. */
const BOOKMARK = /^MEBKM:/i;
const PREFIX = /^(?:URLTO|URL):/i;

/** Addresses of the web that no family before knows; what the host is worth is judged elsewhere. */
export const url: Family = {
  name: 'url',
  read({ text, address }) {
    const fields = BOOKMARK.test(text) ? readFields(text.slice(6)) : null;
    const [target, title] = fields
      ? [first(fields, 'URL') ?? '', first(fields, 'TITLE')]
      : [text.replace(PREFIX, ''), null];
    const link = target === text ? address : readAddress(target);
    if (link && isWeb(link)) return told(link, title);
    const bare = /\s/.test(target) ? null : bareLink(target);
    const completed = bare && readAddress(bare);
    return completed ? told(completed, title) : null;
  },
};

function told(link: Address, title: string | null | undefined): Reading {
  const name = domainToUnicode(link.host);
  const target = wrapped(link.href)
    .map((inner) => readAddress(inner)?.host)
    .find((host) => host && host !== link.host);
  return {
    kind: 'url',
    details: {
      host: link.host,
      // As a person sees it, where that differs from what is opened.
      hostShown: name === link.host ? null : name,
      port: link.port,
      user: link.user,
      leadsTo: target,
      title,
    },
    links: [link.href],
  };
}
