import type { ByteReader } from './bytes.ts';
import type { Decoder } from './decoder.ts';
import { A_LAW, MU_LAW } from './g711.ts';

const RATE = 8000;
const BYTES = 8192;

/** G.711 without a header, as switches write it: 8 kHz, one channel. */
export async function openRawG711(
  reader: ByteReader,
  format: 'g711-a-law' | 'g711-mu-law',
): Promise<Decoder> {
  const table = format === 'g711-a-law' ? A_LAW : MU_LAW;
  return {
    format,
    sampleRate: RATE,
    channels: 1,
    seconds: null,
    async *samples() {
      for (;;) {
        const bytes = await reader.some(BYTES);
        if (bytes.length === 0) return;
        yield [Float32Array.from(bytes, (byte) => table[byte]!)];
      }
    },
    free() {},
  };
}
