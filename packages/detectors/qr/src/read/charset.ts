// Which bytes are letters: GB/T 2312-1980 (rows 16–55 hold the common characters), JIS X 0201 and 0208 as Shift_JIS,
// ISO 8859-1. Likelihoods are natural logarithms a character, from the size of the block and how much of a text it makes up.

const utf8 = new TextDecoder('utf-8', { fatal: true });

type Decoder = InstanceType<typeof TextDecoder>;

interface Encoding {
  readonly decoder: Decoder;
  /** Of the encoding itself, before any byte is seen. */
  readonly prior: number;
  /** Of the character that begins at a byte above ASCII, and how many bytes it takes. */
  character(bytes: Uint8Array, i: number): readonly [likelihood: number, length: number];
}

const ENCODINGS: readonly Encoding[] = [
  { decoder: new TextDecoder('gb18030', { fatal: true }), prior: 0, character: gbCharacter },
  { decoder: new TextDecoder('shift_jis', { fatal: true }), prior: -3.4, character: jisCharacter },
  { decoder: new TextDecoder('windows-1252', { fatal: true }), prior: -1, character: latinCharacter },
];

/** Text of bytes of which nobody said in which character set they are: UTF-8 where they are that, else the likeliest. */
export function textOf(bytes: Uint8Array): string {
  const text = decoded(utf8, bytes);
  if (text !== null) return text;
  let best = { text: '', likelihood: Number.NEGATIVE_INFINITY };
  for (const encoding of ENCODINGS) {
    const likelihood = likelihoodOf(bytes, encoding);
    if (likelihood <= best.likelihood) continue;
    const candidate = decoded(encoding.decoder, bytes);
    if (candidate !== null) best = { text: candidate, likelihood };
  }
  return best.text;
}

function decoded(decoder: Decoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function likelihoodOf(bytes: Uint8Array, { prior, character }: Encoding): number {
  let sum = prior;
  for (let i = 0; i < bytes.length; ) {
    if (bytes[i]! < 0x80) {
      i++;
      continue;
    }
    const [likelihood, length] = character(bytes, i);
    sum += likelihood;
    i += length;
  }
  return sum;
}

const within = (byte: number, low: number, high: number): boolean => byte >= low && byte <= high;

function gbCharacter(bytes: Uint8Array, i: number): readonly [number, number] {
  const lead = bytes[i]!;
  const trail = bytes[i + 1] ?? 0;
  if (within(trail, 0x30, 0x39)) return [-25, 4];
  if (trail < 0xa1) return [-14.8, 2];
  if (within(lead, 0xb0, 0xd7)) return [-8.3, 2];
  if (within(lead, 0xd8, 0xf7)) return [-11, 2];
  return [within(lead, 0xa1, 0xa3) ? -8.9 : -14.8, 2];
}

function jisCharacter(bytes: Uint8Array, i: number): readonly [number, number] {
  const lead = bytes[i]!;
  if (within(lead, 0xa1, 0xdf)) return [halfWidthKana(bytes[i - 1] ?? 0, lead), 1];
  const trail = bytes[i + 1] ?? 0;
  if ((lead === 0x82 && trail >= 0x9f) || lead === 0x83) return [-5.8, 2];
  if (lead === 0x81) return [-7.5, 2];
  if (lead === 0x82) return [-8, 2];
  if (within(lead, 0x88, 0x97)) return [-9, 2];
  return [within(lead, 0x98, 0x9f) || within(lead, 0xe0, 0xea) ? -12.7 : -16, 2];
}

/** Marks of voicing are frequent, and stand only after the syllables that they can voice. */
function halfWidthKana(before: number, byte: number): number {
  if (byte === 0xde) return within(before, 0xb6, 0xc4) || within(before, 0xca, 0xce) ? -1.6 : -9;
  if (byte === 0xdf) return within(before, 0xca, 0xce) ? -2.5 : -9;
  return byte > 0xb0 ? -4.2 : -6;
}

/** Letters with accents stand alone among other letters. */
function latinCharacter(bytes: Uint8Array, i: number): readonly [number, number] {
  const byte = bytes[i]!;
  if (byte < 0xa0) return [-12, 1];
  const alone = (bytes[i - 1] ?? 0) < 0x80 && (bytes[i + 1] ?? 0) < 0x80;
  return [(alone ? -6 : -9) - (byte < 0xc0 ? 2 : 0), 1];
}
