import type { Family } from '../family.ts';

/** Share of characters that no text has, over which it is none. */
const SHARE = 0.1;
const LOOKED_AT = 4096;
/** First bytes of what files can be told by. */
const MAGIC: readonly (readonly [beginning: string, format: string])[] = [
  ['504b0304', 'zip'],
  ['1f8b', 'gzip'],
  ['25504446', 'pdf'],
  ['89504e47', 'png'],
  ['ffd8ff', 'jpeg'],
  ['47494638', 'gif'],
];

export const binary: Family = {
  name: 'binary',
  read({ text, bytes }) {
    const head = text.slice(0, LOOKED_AT);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    const odd = head.match(/[\0-\x08\x0b\x0e-\x1a\x1c\x7f\uFFFD]/g)?.length ?? 0;
    const empty = text === '' && bytes !== null && bytes.length > 0;
    if (!empty && odd <= SHARE * head.length) return null;
    const start = Buffer.from(bytes?.subarray(0, 8) ?? []).toString('hex');
    return {
      kind: 'binary',
      details: {
        bytes: bytes ? String(bytes.length) : null,
        format: MAGIC.find(([beginning]) => start.startsWith(beginning))?.[1],
      },
    };
  },
};
