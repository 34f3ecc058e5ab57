import type { CodeKind } from '@jianzhen/evidence';
import type { HazardCode } from './hazards.ts';
import { type Address, readAddress } from './read/address.ts';

/** A payload as families look at it. */
export interface Source {
  /** Without the space and the invisible characters around it. */
  readonly text: string;
  /** As written; null where only the text is known. */
  readonly bytes: Uint8Array | null;
  /** The whole text as one link; null where it has no scheme, or spaces that no link of the web would have. */
  readonly address: Address | null;
}

/** What a family makes of a payload. */
export interface Reading {
  readonly kind: CodeKind;
  /** Empty and missing values are not told. */
  readonly details?: Readonly<Record<string, string | null | undefined>>;
  /** Links of the first layer; the payload itself where it is one. */
  readonly links?: readonly string[];
  readonly hazard?: HazardCode | null;
  /** A link that whatever reads the payload opens at once, so that the payload does what the link does. */
  readonly opens?: string | null;
}

/** Reads one sort of payloads: null where it is none of them. Never throws, takes time linear in the text. */
export interface Family {
  readonly name: string;
  read(source: Source): Reading | null;
}

/** What a reader of links passes over and a person does not see. */
const INVISIBLE = /^[\0-\x20\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/;

export function sourceOf(text: string, bytes: Uint8Array | null = null): Source {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0) end--;
  const plain = text.slice(0, end).replace(INVISIBLE, '').trim();
  return { text: plain, bytes, address: /\s/.test(plain) && !isSpaced(plain) ? null : readAddress(plain) };
}

/** A link of the web with spaces in its path, which browsers open: words that follow a link have no slash in the last one. */
function isSpaced(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || /[^ -~]/.test(text)) return false;
  const space = text.indexOf(' ');
  const path = text.indexOf('/', 8);
  return (
    path >= 0 && path < space && text.lastIndexOf('/') > text.lastIndexOf(' ') && !text.includes('://', space)
  );
}
