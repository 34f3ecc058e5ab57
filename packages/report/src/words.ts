import type { Message } from '@jianzhen/evidence';
import { type Html, html } from './html.ts';

/** Every sentence of the report that is not a finding's own. */
export const words = {
  title: { zh: '鉴真检查报告', en: 'Jianzhen examination report' },
  generated: { zh: '生成时间', en: 'Generated' },
  language: { zh: '语言', en: 'Language' },
  print: { zh: '打印', en: 'Print' },
  overview: { zh: '结果一览', en: 'Results at a glance' },
  filesAndPages: { zh: '{files} 个文件，{pages} 页', en: '{files} file(s), {pages} page(s)' },
  file: { zh: '文件', en: 'File' },
  page: { zh: '页', en: 'Page' },
  pageOf: { zh: '第 {page} 页，共 {pages} 页', en: 'Page {page} of {pages}' },
  verdict: { zh: '结论', en: 'Verdict' },
  probability: { zh: '伪造概率', en: 'Probability of forgery' },
  findings: { zh: '发现', en: 'Findings' },
  noFindings: { zh: '这一页没有发现异常痕迹。', en: 'No sign of alteration was found on this page.' },
  noPicture: { zh: '这一页没有可显示的图像。', en: 'There is no picture of this page to show.' },
  noPages: { zh: '没有可显示的页面。', en: 'There is no page to show.' },
  wholePage: { zh: '整页或整个文件', en: 'Whole page or file' },
  certainty: { zh: '把握', en: 'Certainty' },
  measured: { zh: '测量值', en: 'Measured values' },
  signal: { zh: '信号', en: 'Signal' },
  reading: { zh: '识别内容', en: 'What was read' },
  kindReasons: { zh: '依据：', en: 'by:' },
  doubtful: { zh: '识别把握', en: 'read with certainty' },
  tableRows: { zh: '表格各行', en: 'Rows of the table' },
  allText: { zh: '全部文字', en: 'All text' },
  overlay: { zh: '热力图浓度', en: 'Heat map strength' },
  noOverlay: { zh: '这一页没有热力图。', en: 'This page has no heat map.' },
  boxes: { zh: '显示标框', en: 'Show boxes' },
  enlarge: { zh: '放大', en: 'Enlarge' },
  pagePicture: {
    zh: '页面图像，标框的编号与右侧清单一致',
    en: 'Picture of the page; box numbers match the list beside it',
  },
  facts: { zh: '文件信息', en: 'File facts' },
  otherMetadata: { zh: '其他元数据', en: 'Other metadata' },
  timings: { zh: '各步用时', en: 'Time by stage' },
  size: { zh: '大小', en: 'Size' },
  mediaType: { zh: '类型', en: 'Media type' },
  orientation: { zh: '拍摄方向', en: 'Orientation' },
  orientationTurned: {
    zh: 'EXIF 方向 {orientation}，显示时已转正',
    en: 'EXIF orientation {orientation}, turned upright for display',
  },
  pixels: { zh: '像素', en: 'Pixels' },
  sha256: { zh: 'SHA-256', en: 'SHA-256' },
  failed: { zh: '未能检查', en: 'Could not be examined' },
  empty: { zh: '没有任何文件。', en: 'No files.' },
  toTop: { zh: '回到一览', en: 'Back to results' },
  filter: { zh: '只看', en: 'Show only' },
  all: { zh: '全部', en: 'All' },
  keys: {
    zh: '快捷键：H 开关热力图，B 开关标框，N / P 下一个、上一个文件。',
    en: 'Keys: H heat map on or off, B boxes on or off, N / P next and previous file.',
  },
  howTo: { zh: '怎样读这份报告', en: 'How to read this report' },
} as const satisfies Record<string, Message>;

/** Both languages beside each other; the reader's choice hides one of them. What is the same in both stands once. */
export function both(message: Message): Html {
  if (message.zh === message.en) return html`${message.zh}`;
  return html`<span class="zh" lang="zh-CN">${message.zh}</span><span class="en" lang="en">${message.en}</span>`;
}
