import type { Message } from '@jianzhen/evidence';

/** What this signal may say, by code. */
export const messages = {
  'document.pdf-content-replaced': {
    zh: '文件保存后又被改动：第 {revision} 次保存改掉了此处原有的内容。',
    en: 'The file was edited after it had been saved: save {revision} changed what stood here before.',
  },
  'document.pdf-content-added': {
    zh: '文件保存后又被改动：第 {revision} 次保存在此处添加了内容。',
    en: 'The file was edited after it had been saved: save {revision} added content here.',
  },
  'document.pdf-page-added': {
    zh: '本页是第 {revision} 次保存时才加进文件的。',
    en: 'This page was put into the file only by save {revision}.',
  },
  'document.pdf-changed-after-signing': {
    zh: '文件签名之后内容又被改动（第 {revision} 次保存）。',
    en: 'The content was changed after the file had been signed (save {revision}).',
  },
  'document.pdf-editor': {
    zh: '文件信息显示它经过“{editor}”处理（{field}）。',
    en: 'The file says that it went through “{editor}” ({field}).',
  },
  'document.pdf-odd-font': {
    zh: '此处文字单独使用字体“{font}”，而页面上同类文字用的是“{usual}”。',
    en: 'This text alone is set in “{font}”, where the page otherwise uses “{usual}” for such text.',
  },
  'document.pdf-text-covered': {
    zh: '此处原有文字被色块盖住，上面另写了文字。',
    en: 'Text here lies hidden under a filled box, with other text written over it.',
  },
  'document.pdf-text-hidden': {
    zh: '此处有文字被后画的色块盖住。',
    en: 'Text here lies hidden under a box that was drawn later.',
  },
  'document.pdf-image-over-text': {
    zh: '此处有不透明图片盖住了文字。',
    en: 'An opaque picture lies over text here.',
  },
  'document.pdf-pasted-on-scan': {
    zh: '扫描页面上另贴了一张图片，分辨率为 {dpi} dpi，而页面扫描为 {scan} dpi。',
    en: 'A picture of {dpi} dpi was pasted onto a page scanned at {scan} dpi.',
  },
  'document.pdf-text-on-scan': {
    zh: '扫描页面上另外打了文字（{characters} 个字符）。',
    en: 'Text was typed onto the scanned page ({characters} characters).',
  },
} as const satisfies Readonly<Record<string, Message>>;

export type Code = keyof typeof messages;
