import type { Severity } from './schemas/finding.ts';
import type { Message } from './schemas/message.ts';
import type { Verdict } from './schemas/verdict.ts';

/** Verdicts as every surface calls them: terminal, report and console. */
export const verdictWords: Readonly<Record<Verdict, Message>> = {
  genuine: { zh: '未见伪造', en: 'Appears genuine' },
  suspicious: { zh: '可疑', en: 'Suspicious' },
  forged: { zh: '伪造', en: 'Forged' },
  unreadable: { zh: '无法读取', en: 'Unreadable' },
};

export const severityWords: Readonly<Record<Severity, Message>> = {
  high: { zh: '严重', en: 'High' },
  medium: { zh: '中等', en: 'Medium' },
  low: { zh: '轻微', en: 'Low' },
  info: { zh: '提示', en: 'Note' },
};

/** Names of metadata as users know them; a name that is not here is shown as it stands in the file. */
export const metadataWords: Readonly<Record<string, Message>> = {
  Make: { zh: '设备厂商', en: 'Make' },
  Model: { zh: '设备型号', en: 'Model' },
  Software: { zh: '软件', en: 'Software' },
  CreatorTool: { zh: '创建工具', en: 'Creator tool' },
  DateTimeOriginal: { zh: '拍摄时间', en: 'Taken at' },
  CreateDate: { zh: '创建时间', en: 'Created at' },
  DateTimeDigitized: { zh: '数字化时间', en: 'Digitised at' },
  ModifyDate: { zh: '修改时间', en: 'Modified at' },
  DateTime: { zh: '修改时间', en: 'Modified at' },
  producer: { zh: 'PDF 生成程序', en: 'PDF producer' },
  creator: { zh: 'PDF 来源程序', en: 'PDF creator' },
  createdAt: { zh: '创建时间', en: 'Created at' },
  modifiedAt: { zh: '修改时间', en: 'Modified at' },
  pdfVersion: { zh: 'PDF 版本', en: 'PDF version' },
  revisions: { zh: '保存次数', en: 'Saves' },
};
