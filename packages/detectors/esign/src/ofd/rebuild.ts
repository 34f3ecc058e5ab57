import { type DigestName, digest } from '../crypto/digest.ts';

const SIGNATURE = /<(?:\w+:)?Signature\b[^<>]*?(?:\/>|>\s*<\/(?:\w+:)?Signature\s*>)/g;
/** What a writer may add: nothing but these attributes, in the list's own namespace. */
const PLAIN_ENTRY =
  /^<(\w+:)?Signature(?:\s+(?:ID="[\w.-]+"|BaseLoc="[^"<>]+"|Type="(?:Seal|Sign)"))+\s*(?:\/>|>)/;
const ROOT = /<(\w+:)?Signatures[\s>]/;
const MAX_ID = /(<(\w+:)?MaxSignId\s*>)[^<>]*(<\/\2MaxSignId\s*>)/g;
/** Lists, and writings of one list, that are tried; and the largest list that is, which real ones are far from. */
const MAX_TRIES = 200;
const MAX_BYTES = 32 << 10;

/**
 * Whether a signed list of signatures is the present one without the entries that came later: entries from `keep` on are
 * taken out again, with the highest ID as the writer may have had it, until the hash is the signed one. So nothing else
 * can have been changed, moved or taken away.
 * @param own 0-based place in the list of the signature whose reference it is
 * @param ids that the earlier signatures and their stamps bear: what the highest ID may have been
 * @returns how many entries the signed list had; null where it cannot be rebuilt
 */
export function rebuildList(
  bytes: Uint8Array,
  value: Uint8Array,
  method: DigestName,
  own: number,
  ids: readonly string[],
): number | null {
  if (bytes.length > MAX_BYTES) return null;
  // Octets one by one: what is hashed must not pass through a decoder that mends things.
  const text = Buffer.from(bytes).toString('latin1');
  const entries = [...text.matchAll(SIGNATURE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const prefix = ROOT.exec(text)?.[1];
  const plain = entries.slice(own + 1).every(({ start, end }) => {
    const match = PLAIN_ENTRY.exec(text.slice(start, end));
    return match !== null && match[1] === prefix;
  });
  if (!plain || [...text.matchAll(MAX_ID)].some((match) => match[2] !== prefix)) return null;
  let tries = 0;
  // As of when it was made, the list ended with its own entry, or before it.
  for (const keep of [own + 1, own].filter((count) => count < entries.length)) {
    for (const candidate of writings(text, entries, keep, ids)) {
      if (++tries > MAX_TRIES) return null;
      if (Buffer.compare(digest(method, Buffer.from(candidate, 'latin1')), value) === 0) return keep;
    }
  }
  return null;
}

type Span = { readonly start: number; readonly end: number };

function* writings(
  text: string,
  entries: readonly Span[],
  keep: number,
  ids: readonly string[],
): Generator<string> {
  const later = entries.slice(keep);
  const lastKept = keep === 0 ? 0 : entries[keep - 1]!.end;
  const laterIds = [...text.matchAll(MAX_ID)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start }) => start > lastKept);
  for (const cut of [later, [...later, ...laterIds]]) {
    for (const blanks of [true, false]) {
      const left = without(text, cut, blanks);
      yield left;
      for (const id of ids) yield left.replace(MAX_ID, `$1${id.replaceAll('$', '$$$$')}$3`);
    }
  }
}

/** The text without the spans, and without blanks before each where told so. */
function without(text: string, spans: readonly Span[], blanks: boolean): string {
  let out = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const before = text.slice(at, start);
    out += blanks ? before.trimEnd() : before;
    at = end;
  }
  return out + text.slice(at);
}
