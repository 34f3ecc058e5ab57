import { defineErrors } from '@jianzhen/evidence';

export const errors = defineErrors({
  'eval.manifest-unreadable': {
    zh: '无法读取清单文件 {file}：{detail}',
    en: 'The manifest {file} cannot be read: {detail}',
  },
  'eval.manifest-columns': {
    zh: '清单缺少列“{column}”；需要 file,label,mask。',
    en: 'The manifest lacks the column "{column}"; it needs file,label,mask.',
  },
  'eval.manifest-label': {
    zh: '清单第 {line} 行的 label 应为 0 或 1，实际为“{value}”。',
    en: 'Line {line} of the manifest has the label "{value}"; it must be 0 or 1.',
  },
  'eval.mask-size': {
    zh: '掩膜 {mask} 的尺寸与图像不符。',
    en: 'The mask {mask} has not the size of its picture.',
  },
  'eval.one-class': {
    zh: '清单需要同时包含真实（0）与伪造（1）样本。',
    en: 'The manifest needs genuine (0) and forged (1) pictures alike.',
  },
});
