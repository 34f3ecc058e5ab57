// vCard: RFC 6350 and its forerunners; MECARD: NTT DoCoMo; BIZCARD: as ZXing reads it.
import type { Family, Reading } from '../family.ts';
import { all, type Fields, first, readFields } from '../read/fields.ts';
import { readLines } from '../read/lines.ts';
import { linksIn } from '../read/links.ts';

export const contact: Family = {
  name: 'contact',
  read({ text }) {
    if (/^BEGIN:VCARD/i.test(text)) return card(readLines(text), vcardName);
    if (/^MECARD:/i.test(text)) return card(readFields(text.slice(7)), mecardName);
    if (/^BIZCARD:/i.test(text)) return bizcard(readFields(text.slice(8)));
    return null;
  },
};

function card(fields: Fields, name: (fields: Fields) => string): Reading {
  return {
    kind: 'contact',
    details: {
      name: name(fields),
      organisation: plain(all(fields, 'ORG')),
      title: first(fields, 'TITLE'),
      phone: all(fields, 'TEL').replace(/\btel:/gi, ''),
      email: all(fields, 'EMAIL'),
      address: plain(first(fields, 'ADR')),
      note: first(fields, 'NOTE') ?? first(fields, 'MEMO'),
    },
    links: linksIn([...(fields.get('URL') ?? []), ...(fields.get('NOTE') ?? [])].join('\n')),
  };
}

/** Parts of a vCard's name stand apart by `;`, family name first; Chinese ones are written together. */
function vcardName(fields: Fields): string {
  const full = first(fields, 'FN');
  if (full) return full;
  const [family = '', given = ''] = (first(fields, 'N') ?? '').split(';');
  return /[^\0-\u024f]/.test(family + given) ? family + given : `${given} ${family}`.trim();
}

function mecardName(fields: Fields): string {
  const [family, given] = (first(fields, 'N') ?? '').split(',');
  return given === undefined ? family! : `${given.trim()} ${family!.trim()}`;
}

function bizcard(fields: Fields): Reading {
  return {
    kind: 'contact',
    details: {
      name: [first(fields, 'N'), first(fields, 'X')].filter(Boolean).join(' '),
      organisation: first(fields, 'C'),
      title: first(fields, 'T'),
      phone: all(fields, 'B', 'M', 'F'),
      email: first(fields, 'E'),
      address: first(fields, 'A'),
    },
    links: linksIn(all(fields, 'U')),
  };
}

/** Parts that stand apart by `;`, without the empty ones. */
const plain = (value: string | undefined): string =>
  (value ?? '')
    .split(';')
    .filter((part) => part.trim() !== '')
    .join(' ');
