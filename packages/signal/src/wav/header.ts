/**
 * Microsoft and IBM, "Multimedia Programming Interface and Data Specifications 1.0" (1991), RIFF WAVE; WAVE_FORMAT_EXTENSIBLE
 * (Microsoft, 2001); RF64 of EBU Tech 3306 (2009), whose sizes of 64 bits stand in a chunk `ds64`.
 */
import type { ByteReader } from '../bytes.ts';
import { errors } from '../errors.ts';
import { CODINGS, type SampleCoding } from './codings.ts';

export interface WavHeader {
  readonly coding: SampleCoding;
  readonly sampleRate: number;
  readonly channels: number;
  /** Bytes of samples as claimed; null where the writer left it open. */
  readonly dataBytes: number | null;
}

const EXTENSIBLE = 0xfffe;
/** Bytes 2–15 of the subformat's GUID, the same for all codings that have a tag of 16 bits. */
const GUID_TAIL = '000000001000800000aa00389b71';
/** More chunks than this before the samples are no recording. */
const MAX_CHUNKS = 1000;
const MAX_FORMAT_BYTES = 4096;

type Format = Omit<WavHeader, 'dataBytes'>;

/**
 * Reads up to the first sample.
 *
 * @throws CodedError `sound.corrupt`, `sound.unsupported-coding`
 */
export async function readWavHeader(reader: ByteReader): Promise<WavHeader> {
  const riff = await reader.take(12);
  const big = ascii(riff, 0) !== 'RIFF';
  let format: Format | null = null;
  let longDataBytes: number | null = null;
  for (let chunk = 0; chunk < MAX_CHUNKS; chunk++) {
    const head = await reader.take(8);
    if (head.length < 8) break;
    const id = ascii(head, 0);
    const size = view(head).getUint32(4, true);
    if (id === 'data') {
      if (!format) throw corrupt('声音数据之前没有格式说明', 'samples come before their format');
      return { ...format, dataBytes: dataBytes(size, big, longDataBytes) };
    }
    const wanted = id === 'fmt ' || id === 'ds64' ? Math.min(size, MAX_FORMAT_BYTES) : 0;
    const body = await reader.take(wanted);
    if (id === 'fmt ') format = readFormat(body);
    if (id === 'ds64' && body.length >= 16) longDataBytes = Number(view(body).getBigUint64(8, true));
    // Chunks begin at even places.
    await reader.skip(size + (size % 2) - body.length);
  }
  throw corrupt('没有声音数据', 'there are no samples');
}

/** Writers to a pipe leave 0 or all ones, for they cannot come back. */
function dataBytes(size: number, big: boolean, long: number | null): number | null {
  if (size === 0xffffffff) return big && long ? long : null;
  return size === 0 ? null : size;
}

function readFormat(body: Uint8Array): Format {
  if (body.length < 16) throw corrupt('格式说明不完整', 'the format chunk is too short');
  const data = view(body);
  const [outer, channels, sampleRate] = [
    data.getUint16(0, true),
    data.getUint16(2, true),
    data.getUint32(4, true),
  ];
  const [frameBytes, bits] = [data.getUint16(12, true), data.getUint16(14, true)];
  const tag = outer === EXTENSIBLE ? subformat(body) : outer;
  const coding = CODINGS.find((known) => known.tag === tag && known.bytes === Math.ceil(bits / 8));
  if (!coding) {
    const name = `0x${tag.toString(16).padStart(4, '0')}, ${bits} bits`;
    throw errors('sound.unsupported-coding', { format: 'WAV', coding: name });
  }
  if (channels === 0) throw corrupt('声道数为 0', 'it claims to have no channel');
  if (frameBytes !== channels * coding.bytes) {
    throw corrupt('采样的字节数自相矛盾', 'the size of a sample contradicts itself');
  }
  return { coding, sampleRate, channels };
}

/** Tag of the coding that an extensible format names; 0xfffe itself where it names one without a tag. */
function subformat(body: Uint8Array): number {
  if (body.length < 40) throw corrupt('扩展格式说明不完整', 'the extensible format chunk is too short');
  const tail = Buffer.from(body.subarray(26, 40)).toString('hex');
  return tail === GUID_TAIL ? view(body).getUint16(24, true) : EXTENSIBLE;
}

const corrupt = (detailZh: string, detailEn: string) => errors('sound.corrupt', { detailZh, detailEn });

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const ascii = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
