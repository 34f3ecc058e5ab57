import type { Message } from '@jianzhen/evidence';
import type { SoundFormat } from './types.ts';

export type SniffedSound =
  | { readonly kind: 'sound'; readonly format: SoundFormat; readonly mediaType: string }
  /** Sound or something else that is not read; `seen` names it for the refusal. */
  | { readonly kind: 'other'; readonly seen: Message };

/** As many bytes of a file as tell what it is, apart from a tag of MP3 that may come first. */
export const SNIFFED_BYTES = 64;

const MEDIA_TYPES: Readonly<Record<SoundFormat, string>> = {
  wav: 'audio/wav',
  flac: 'audio/flac',
  mp3: 'audio/mpeg',
  opus: 'audio/ogg; codecs=opus',
  'amr-nb': 'audio/AMR',
  'amr-wb': 'audio/AMR-WB',
  'g711-a-law': 'audio/PCMA',
  'g711-mu-law': 'audio/PCMU',
};

/** Raw G.711 has no header at all, so that nothing but the name can tell it. */
const RAW_NAMES: Readonly<Record<string, SoundFormat>> = {
  al: 'g711-a-law',
  pcma: 'g711-a-law',
  ul: 'g711-mu-law',
  pcmu: 'g711-mu-law',
};

/**
 * What a recording is, by its first `SNIFFED_BYTES` alone; the name serves only for raw G.711, which has no content to go by.
 */
export function sniffSound(bytes: Uint8Array, name = ''): SniffedSound {
  const format = formatOf(bytes) ?? (unknown(bytes) ? rawFormat(name) : null);
  if (format) return { kind: 'sound', format, mediaType: MEDIA_TYPES[format] };
  return { kind: 'other', seen: seenIn(bytes) };
}

function formatOf(bytes: Uint8Array): SoundFormat | null {
  const at = (start: number, magic: string) => latin1(bytes, start, start + magic.length) === magic;
  if ((at(0, 'RIFF') || at(0, 'RF64') || at(0, 'BW64')) && at(8, 'WAVE')) return 'wav';
  if (at(0, 'fLaC')) return 'flac';
  if (at(0, '#!AMR-WB\n')) return 'amr-wb';
  if (at(0, '#!AMR\n')) return 'amr-nb';
  // The first page of an Ogg stream carries one packet, the head of its coding (RFC 3533, RFC 7845).
  if (at(0, 'OggS') && at(28, 'OpusHead')) return 'opus';
  if (at(0, 'ID3') || isMpegLayer3(bytes)) return 'mp3';
  return null;
}

/** ISO/IEC 11172-3, 2.4.2.3: eleven ones, then a version, layer III, a bit rate and a sampling rate that exist. */
function isMpegLayer3(bytes: Uint8Array): boolean {
  if (bytes.length < 4 || bytes[0] !== 0xff || (bytes[1]! & 0xe6) !== 0xe2) return false;
  const version = (bytes[1]! >> 3) & 3;
  const [bitRate, rate] = [bytes[2]! >> 4, (bytes[2]! >> 2) & 3];
  return version !== 1 && bitRate !== 0 && bitRate !== 15 && rate !== 3;
}

function rawFormat(name: string): SoundFormat | null {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(RAW_NAMES, extension) ? RAW_NAMES[extension]! : null;
}

interface Signature {
  readonly magic: string;
  readonly offset?: number;
  readonly name: Message;
}

/** What people send as recordings, or instead of them. */
const SIGNATURES: readonly Signature[] = [
  { magic: '\x01vorbis', offset: 28, name: { zh: 'Ogg Vorbis 录音', en: 'an Ogg Vorbis recording' } },
  { magic: 'Speex   ', offset: 28, name: { zh: 'Ogg Speex 录音', en: 'an Ogg Speex recording' } },
  { magic: '\x7fFLAC', offset: 28, name: { zh: 'Ogg FLAC 录音', en: 'an Ogg FLAC recording' } },
  { magic: 'OggS', name: { zh: 'Ogg 录音或录像', en: 'an Ogg recording' } },
  { magic: '\x1aE\xdf\xa3', name: { zh: 'WebM/Matroska 录音或录像', en: 'a WebM or Matroska recording' } },
  { magic: 'ftyp', offset: 4, name: { zh: 'M4A/MP4 录音或录像', en: 'an M4A or MP4 recording' } },
  { magic: 'caff', name: { zh: 'CAF 录音', en: 'a CAF recording' } },
  { magic: 'FORM', name: { zh: 'AIFF 录音', en: 'an AIFF recording' } },
  { magic: '.snd', name: { zh: 'AU 录音', en: 'an AU recording' } },
  { magic: 'RIFX', name: { zh: '大端序 WAV 录音', en: 'a big-endian WAV recording' } },
  { magic: 'RIFF', name: { zh: 'RIFF 文件（AVI 等）', en: 'a RIFF file (AVI or the like)' } },
  {
    magic: '0&\xb2u\x8ef\xcf\x11',
    name: { zh: 'WMA/ASF 录音或录像', en: 'a WMA or ASF recording' },
  },
  { magic: '#!SILK_V3', name: { zh: 'SILK 语音（QQ）', en: 'a SILK voice message (QQ)' } },
  { magic: '\x02#!SILK_V3', name: { zh: 'SILK 语音（微信）', en: 'a SILK voice message (WeChat)' } },
  { magic: '#!AMR_MC', name: { zh: '多声道 AMR 录音', en: 'an AMR recording of several channels' } },
  { magic: '#!AMR-WB_MC', name: { zh: '多声道 AMR 录音', en: 'an AMR recording of several channels' } },
  { magic: '%PDF-', name: { zh: 'PDF 文档', en: 'a PDF document' } },
  { magic: '\xff\xd8\xff', name: { zh: 'JPEG 图片', en: 'a JPEG picture' } },
  { magic: '\x89PNG', name: { zh: 'PNG 图片', en: 'a PNG picture' } },
  { magic: 'PK\x03\x04', name: { zh: 'ZIP 压缩包', en: 'a ZIP archive' } },
  { magic: 'Rar!\x1a\x07', name: { zh: 'RAR 压缩包', en: 'a RAR archive' } },
];

const signature = (bytes: Uint8Array) =>
  SIGNATURES.find(({ magic, offset = 0 }) => latin1(bytes, offset, offset + magic.length) === magic);

const unknown = (bytes: Uint8Array) => bytes.length > 0 && !signature(bytes);

function seenIn(bytes: Uint8Array): Message {
  const known = signature(bytes);
  if (known) return known.name;
  if (bytes.length === 0) return { zh: '空的', en: 'empty' };
  // AAC in ADTS (ISO/IEC 13818-7) has the sync word of MP3 with layer 0.
  if (bytes[0] === 0xff && (bytes[1]! & 0xf6) === 0xf0) return { zh: 'AAC 录音', en: 'an AAC recording' };
  const hex = [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return { zh: `开头为 ${hex} 的未知数据`, en: `unknown data beginning ${hex}` };
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, end);
}
