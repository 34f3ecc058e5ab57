import type { Message } from '@jianzhen/evidence';

/** Files that people send by mistake, so that the refusal can name what was seen. */
export interface Signature {
  readonly magic: string;
  readonly offset?: number;
  readonly name: Message;
}

export const SIGNATURES: readonly Signature[] = [
  {
    magic: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    name: { zh: '旧版 Office 文档（DOC/XLS/PPT）', en: 'an old Office document (DOC/XLS/PPT)' },
  },
  { magic: 'Rar!\x1a\x07', name: { zh: 'RAR 压缩包', en: 'a RAR archive' } },
  { magic: '7z\xbc\xaf\x27\x1c', name: { zh: '7-Zip 压缩包', en: 'a 7-Zip archive' } },
  { magic: '\x1f\x8b', name: { zh: 'gzip 压缩包', en: 'a gzip archive' } },
  { magic: '8BPS', name: { zh: 'Photoshop 文档（PSD）', en: 'a Photoshop document (PSD)' } },
  { magic: '\x00\x00\x01\x00', name: { zh: 'Windows 图标', en: 'a Windows icon' } },
  { magic: '\xff\x0a', name: { zh: 'JPEG XL 图片', en: 'a JPEG XL image' } },
  { magic: '\x00\x00\x00\x0cJXL ', name: { zh: 'JPEG XL 图片', en: 'a JPEG XL image' } },
  { magic: '\x00\x00\x00\x0cjP  ', name: { zh: 'JPEG 2000 图片', en: 'a JPEG 2000 image' } },
  { magic: '%!PS', name: { zh: 'PostScript 文档', en: 'a PostScript document' } },
  { magic: 'RIFF', name: { zh: 'RIFF 文件（AVI 等）', en: 'a RIFF file (AVI or the like)' } },
  { magic: 'OggS', name: { zh: 'Ogg 录音或录像（非 Opus）', en: 'an Ogg recording that is not Opus' } },
  { magic: '#!SILK_V3', name: { zh: 'SILK 语音', en: 'a SILK voice message' } },
  { magic: '\x02#!SILK_V3', name: { zh: 'SILK 语音', en: 'a SILK voice message' } },
  { magic: '\x1aE\xdf\xa3', name: { zh: 'WebM/Matroska 录音或录像', en: 'a WebM or Matroska recording' } },
  { magic: 'ftyp', offset: 4, name: { zh: 'MP4 录像或录音', en: 'an MP4 video or recording' } },
  { magic: 'MZ', name: { zh: 'Windows 程序', en: 'a Windows program' } },
  { magic: '\x7fELF', name: { zh: 'Linux 程序', en: 'a Linux program' } },
];

/** What has no signature, or shares one. */
export const OTHERS = {
  docx: { zh: 'Word 文档（DOCX）', en: 'a Word document (DOCX)' },
  xlsx: { zh: 'Excel 工作簿（XLSX）', en: 'an Excel workbook (XLSX)' },
  zip: { zh: 'ZIP 压缩包', en: 'a ZIP archive' },
  svg: { zh: 'SVG 矢量图', en: 'an SVG drawing' },
  html: { zh: 'HTML 网页', en: 'an HTML page' },
  xml: { zh: 'XML 文本', en: 'XML text' },
  text: { zh: '纯文本', en: 'plain text' },
} as const satisfies Readonly<Record<string, Message>>;
