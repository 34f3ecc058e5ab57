/** Files that people send by mistake, so that the refusal can name what was seen. */
export interface Signature {
  readonly magic: string;
  readonly offset?: number;
  readonly name: string;
}

export const SIGNATURES: readonly Signature[] = [
  { magic: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', name: 'an old Office document (DOC/XLS/PPT)' },
  { magic: 'Rar!\x1a\x07', name: 'a RAR archive' },
  { magic: '7z\xbc\xaf\x27\x1c', name: 'a 7-Zip archive' },
  { magic: '\x1f\x8b', name: 'a gzip archive' },
  { magic: '8BPS', name: 'a Photoshop document (PSD)' },
  { magic: '\x00\x00\x01\x00', name: 'a Windows icon' },
  { magic: '\xff\x0a', name: 'a JPEG XL image' },
  { magic: '\x00\x00\x00\x0cJXL ', name: 'a JPEG XL image' },
  { magic: '\x00\x00\x00\x0cjP  ', name: 'a JPEG 2000 image' },
  { magic: '%!PS', name: 'a PostScript document' },
  { magic: 'RIFF', name: 'a RIFF recording (WAV/AVI)' },
  { magic: 'ID3', name: 'an MP3 recording' },
  { magic: 'OggS', name: 'an Ogg recording' },
  { magic: 'fLaC', name: 'a FLAC recording' },
  { magic: '#!AMR', name: 'an AMR recording' },
  { magic: 'ftyp', offset: 4, name: 'an MP4 video or recording' },
  { magic: 'MZ', name: 'a Windows program' },
  { magic: '\x7fELF', name: 'a Linux program' },
];
