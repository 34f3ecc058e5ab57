// GB/T 32905-2016, SM3 cryptographic hash algorithm, in plain JavaScript for browsers, which do not know it.

const rotate = (x, n) => (x << (n % 32)) | (x >>> ((32 - (n % 32)) % 32));

const CONSTANTS = Array.from({ length: 64 }, (_, j) => rotate(j < 16 ? 0x79cc4519 : 0x7a879d8a, j));

function compress(state, view, at, words, mixed) {
  for (let j = 0; j < 16; j++) words[j] = view.getInt32(at + 4 * j);
  for (let j = 16; j < 68; j++) {
    const x = words[j - 16] ^ words[j - 9] ^ rotate(words[j - 3], 15);
    words[j] = x ^ rotate(x, 15) ^ rotate(x, 23) ^ rotate(words[j - 13], 7) ^ words[j - 6];
  }
  for (let j = 0; j < 64; j++) mixed[j] = words[j] ^ words[j + 4];
  let [a, b, c, d, e, f, g, h] = state;
  for (let j = 0; j < 64; j++) {
    const a12 = rotate(a, 12);
    const ss1 = rotate((a12 + e + CONSTANTS[j]) | 0, 7);
    const early = j < 16;
    const ff = early ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const gg = early ? e ^ f ^ g : (e & f) | (~e & g);
    const tt1 = (ff + d + (ss1 ^ a12) + mixed[j]) | 0;
    const tt2 = (gg + h + ss1 + words[j]) | 0;
    d = c;
    c = rotate(b, 9);
    b = a;
    a = tt1;
    h = g;
    g = rotate(f, 19);
    f = e;
    e = tt2 ^ rotate(tt2, 9) ^ rotate(tt2, 17);
  }
  [a, b, c, d, e, f, g, h].forEach((value, i) => {
    state[i] ^= value;
  });
}

/** Hexadecimal SM3 of bytes. */
export function sm3(bytes) {
  const state = Int32Array.of(
    0x7380166f,
    0x4914b2b9,
    0x172442d7,
    0xda8a0600,
    0xa96f30bc,
    0x163138aa,
    0xe38dee4d,
    0xb0fb0e4e,
  );
  const [words, mixed] = [new Int32Array(68), new Int32Array(64)];
  const whole = bytes.length - (bytes.length % 64);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at < whole; at += 64) compress(state, view, at, words, mixed);
  const rest = bytes.length - whole;
  const tail = new Uint8Array(rest < 56 ? 64 : 128);
  tail.set(bytes.subarray(whole));
  tail[rest] = 0x80;
  const tailView = new DataView(tail.buffer);
  tailView.setUint32(tail.length - 8, Math.floor(bytes.length / 2 ** 29));
  tailView.setUint32(tail.length - 4, (bytes.length * 8) >>> 0);
  for (let at = 0; at < tail.length; at += 64) compress(state, tailView, at, words, mixed);
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
