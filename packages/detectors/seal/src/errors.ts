import { defineErrors } from '@jianzhen/evidence';

export const errors = defineErrors({
  'seal.no-seal': {
    zh: '未在文件中找到印章：{file}',
    en: 'No seal was found in {file}',
  },
  'seal.index-full': {
    zh: '印章索引已满，最多 {capacity} 枚。',
    en: 'The index of seals is full: it has room for {capacity}.',
  },
  'seal.fingerprint-unreadable': {
    zh: '印章指纹无法读取：{detail}',
    en: 'The seal’s fingerprint cannot be read: {detail}',
  },
});
