import { defineErrors } from '@jianzhen/evidence';

export const errors = defineErrors({
  'seal.no-seal': {
    zh: '未在文件中找到印章：{file}',
    en: 'No seal was found in {file}',
  },
  'seal.fingerprint-unreadable': {
    zh: '印章指纹无法读取：{detail}',
    en: 'The seal’s fingerprint cannot be read: {detail}',
  },
  'seal.network-unreadable': {
    zh: '无法读取印章模型 {file}：{detail}',
    en: 'The model for seals cannot be read from {file}: {detail}',
  },
});
