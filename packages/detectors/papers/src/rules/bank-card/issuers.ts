import table from './issuers.json' with { type: 'json' };

export interface Issuer {
  readonly bank: string;
  readonly prefix: string;
  /** Digits of its cards. */
  readonly lengths: readonly number[];
}

/** Ranges like `620406-620412` spelt out, by prefix; a prefix may be issued in more than one length. */
function expand(): Map<string, Issuer> {
  const issuers = new Map<string, Issuer>();
  for (const { name, prefixes } of Object.values(table.issuers))
    for (const [length, ranges] of Object.entries(prefixes as Record<string, string>))
      for (const range of ranges.split(' ')) {
        const [first, last = first] = range.split('-') as [string, string?];
        for (let prefix = Number(first); prefix <= Number(last); prefix++) {
          const known = issuers.get(String(prefix))?.lengths ?? [];
          issuers.set(String(prefix), {
            bank: name,
            prefix: String(prefix),
            lengths: [...known, Number(length)],
          });
        }
      }
  return issuers;
}

let known: Map<string, Issuer> | undefined;

/** Who issues a card, by the longest prefix that is known; null where none is. */
export function issuerOf(number: string): Issuer | null {
  known ??= expand();
  for (let length = 9; length >= 4; length--) {
    const issuer = known.get(number.slice(0, length));
    if (issuer) return issuer;
  }
  return null;
}
