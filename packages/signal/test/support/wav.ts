/** How a test wants its WAV written; what is not given is right. */
export interface WavOptions {
  readonly tag?: number;
  readonly bits?: number;
  readonly rate?: number;
  readonly channels?: number;
  readonly frameBytes?: number;
  readonly magic?: string;
  /** Claimed size of the samples. */
  readonly dataSize?: number;
  /** Written between format and samples. */
  readonly between?: Buffer;
  readonly extensible?: boolean;
}

export function chunk(id: string, body: Uint8Array, size = body.length): Buffer {
  const head = Buffer.alloc(8, id, 'latin1');
  head.writeUInt32LE(size, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

/** A WAV of samples that are coded already. */
export function wavOf(data: Uint8Array, options: WavOptions = {}): Buffer {
  const { tag = 1, bits = 16, rate = 16_000, channels = 1, magic = 'RIFF', extensible = false } = options;
  const frameBytes = options.frameBytes ?? channels * Math.ceil(bits / 8);
  const format = Buffer.alloc(extensible ? 40 : 16);
  format.writeUInt16LE(extensible ? 0xfffe : tag, 0);
  format.writeUInt16LE(channels, 2);
  format.writeUInt32LE(rate, 4);
  format.writeUInt32LE((rate * frameBytes) >>> 0, 8);
  format.writeUInt16LE(frameBytes, 12);
  format.writeUInt16LE(bits, 14);
  if (extensible) {
    format.writeUInt16LE(22, 16);
    format.writeUInt16LE(bits, 18);
    format.writeUInt16LE(tag, 24);
    Buffer.from('000000001000800000aa00389b71', 'hex').copy(format, 26);
  }
  const body = Buffer.concat([
    Buffer.from('WAVE'),
    chunk('fmt ', format),
    options.between ?? Buffer.alloc(0),
    chunk('data', data, options.dataSize ?? data.length),
  ]);
  return chunk(magic, body, magic === 'RIFF' ? body.length : 0xffffffff);
}

/** A WAV of 16-bit PCM, channels side by side. */
export function pcm16(channels: readonly Float32Array[], rate: number): Buffer {
  const data = Buffer.alloc(channels[0]!.length * channels.length * 2);
  channels.forEach((samples, channel) => {
    samples.forEach((value, i) => {
      const level = Math.max(-32768, Math.min(32767, Math.round(value * 32768)));
      data.writeInt16LE(level, 2 * (i * channels.length + channel));
    });
  });
  return wavOf(data, { rate, channels: channels.length });
}
