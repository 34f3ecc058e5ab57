/** T. Terriberry, R. Lee and R. Giles, "Ogg encapsulation for the Opus audio codec", RFC 7845 (2016). */
import { OpusDecoder } from 'opus-decoder';
import type { ByteReader } from '../bytes.ts';
import type { Decoder } from '../decoder.ts';
import { errors } from '../errors.ts';
import { joined } from '../frames.ts';
import { ANALYSIS_RATE, type Samples, type SoundDamage } from '../types.ts';
import { nextPage, type OggPage } from './ogg.ts';
import { packetSamples } from './packet.ts';

/** Positions and lengths count samples at this rate, whatever the sound was before. */
const POSITION_RATE = 48_000;
/** Bytes that the decoder has room for, a channel. */
const MAX_PACKET = 3840;
const MAX_OPEN_PACKET = 1 << 16;

interface OpusHead {
  readonly channels: number;
  readonly preSkip: number;
  /** What samples are to be multiplied by. */
  readonly gain: number;
}

/** @throws CodedError `sound.corrupt`, `sound.too-many-channels`, `sound.decoder-unavailable` */
export async function openOpus(reader: ByteReader): Promise<Decoder> {
  const page = await nextPage(reader, () => {});
  const head = page && readHead(page);
  if (!head) throw errors('sound.corrupt', { detailZh: 'Opus 头不正确', detailEn: 'its Opus head is wrong' });
  if (head.channels > 2) throw errors('sound.too-many-channels', { channels: head.channels });
  const opus = new OpusDecoder({ sampleRate: ANALYSIS_RATE, channels: head.channels });
  try {
    await opus.ready;
  } catch (cause) {
    throw errors('sound.decoder-unavailable', { format: 'Opus', detail: String(cause) }, { cause });
  }
  return {
    format: 'opus',
    // The codec has no rate of its own; its decoder knows a way to this one without another step.
    sampleRate: ANALYSIS_RATE,
    channels: head.channels,
    seconds: null,
    samples: (damage) => decodePages(reader, head, page.serial, opus, damage),
    free: () => opus.free(),
  };
}

function readHead({ packets }: OggPage): OpusHead | null {
  const packet = packets[0];
  if (!packet || packet.length < 19) return null;
  const view = new DataView(packet.buffer, packet.byteOffset, packet.length);
  const channels = view.getUint8(9);
  const [version, family] = [view.getUint8(8), view.getUint8(18)];
  // The upper half of the version tells incompatible layouts; families above 1 are no sound for two ears.
  if (version >> 4 !== 0 || channels === 0 || family > 1) return null;
  return { channels, preSkip: view.getUint16(10, true), gain: 10 ** (view.getInt16(16, true) / 256 / 20) };
}

async function* decodePages(
  reader: ByteReader,
  head: OpusHead,
  serial: number,
  opus: OpusDecoder<typeof ANALYSIS_RATE>,
  damage: SoundDamage,
): AsyncGenerator<Samples, void> {
  const toRate = ANALYSIS_RATE / POSITION_RATE;
  let skip = Math.round(head.preSkip * toRate);
  let given = 0;
  let last = false;
  for await (const { packets, granule, end } of packetsOf(reader, serial, damage)) {
    const decoded: Samples[] = [];
    for (const packet of packets) {
      if (packet.length > MAX_PACKET || packetSamples(packet) === null) {
        damage.brokenFrames++;
        continue;
      }
      const { channelData, errors: failed } = opus.decodeFrame(packet);
      damage.brokenFrames += failed.length;
      decoded.push(channelData);
    }
    let samples = joined(decoded, head.channels);
    const skipped = Math.min(skip, samples[0]!.length);
    skip -= skipped;
    // The last page says how many samples there are; what the last packet has beyond them is filling.
    const total = Math.round((granule - head.preSkip) * toRate) - given;
    const keep = end && total >= 0 ? Math.min(samples[0]!.length, skipped + total) : samples[0]!.length;
    samples = samples.map((channel) => channel.subarray(skipped, keep));
    given += samples[0]!.length;
    if (head.gain !== 1) for (const channel of samples) scale(channel, head.gain);
    last = end;
    yield samples;
  }
  damage.truncated ||= !last;
}

/** Whole packets of a stream, page by page, without its two heads; a link of a chain goes on as the same recording. */
async function* packetsOf(reader: ByteReader, serial: number, damage: SoundDamage) {
  let [wanted, sequence, heads] = [serial, 1, 1];
  let open: Uint8Array | null = null;
  for (;;) {
    const page = await nextPage(reader, () => {
      damage.brokenFrames++;
    });
    if (!page) return;
    if (page.first && Buffer.from(page.packets[0] ?? []).toString('latin1', 0, 8) === 'OpusHead') {
      [wanted, sequence, heads, open] = [page.serial, page.sequence + 1, 1, null];
      continue;
    }
    if (page.serial !== wanted) continue;
    if (page.sequence !== sequence) {
      damage.brokenFrames++;
      open = null;
    }
    sequence = page.sequence + 1;
    const packets = [...page.packets];
    if (page.continued) {
      const rest = packets.shift();
      if (open && rest && open.length + rest.length <= MAX_OPEN_PACKET)
        packets.unshift(Buffer.concat([open, rest]));
    }
    open = page.open ? (packets.pop() ?? null) : null;
    const body = packets.slice(heads);
    heads -= packets.length - body.length;
    yield { packets: body, granule: page.granule, end: page.last };
  }
}

function scale(samples: Float32Array, gain: number): void {
  for (let i = 0; i < samples.length; i++) samples[i] = samples[i]! * gain;
}
