export interface DataObject {
  /** Two digits. */
  readonly id: string;
  readonly value: string;
}

/** Ids are two digits, so that a code of one level has no more objects than this. */
const MOST = 100;

/**
 * Data objects of one level: id of two digits, length of two digits, value (EMV QRCPS Merchant-Presented Mode 1.1, 3.2).
 * Null where they do not fill the text exactly. Lengths count characters; generators that count bytes of UTF-8 are understood, too:
 * where both readings fill the text, the one with more objects, for the other took some for the end of a value.
 */
export function readTlv(text: string): DataObject[] | null {
  const [inCharacters, inBytes] = [walk(text), walkBytes(text)];
  return (inBytes?.length ?? 0) > (inCharacters?.length ?? 0) ? inBytes : inCharacters;
}

function walk(text: string): DataObject[] | null {
  const objects: DataObject[] = [];
  for (let at = 0; at < text.length; ) {
    const head = text.slice(at, at + 4);
    if (!/^\d{4}$/.test(head) || objects.length >= MOST) return null;
    const length = Number(head.slice(2));
    at += 4 + length;
    if (at > text.length) return null;
    objects.push({ id: head.slice(0, 2), value: text.slice(at - length, at) });
  }
  return objects;
}

function walkBytes(text: string): DataObject[] | null {
  if (!/[^\0-\x7f]/.test(text)) return null;
  const utf8 = (latin: string) => Buffer.from(latin, 'latin1').toString('utf8');
  const objects = walk(Buffer.from(text, 'utf8').toString('latin1'));
  return objects?.map(({ id, value }) => ({ id, value: utf8(value) })) ?? null;
}
