import { defineErrors } from '@jianzhen/evidence';

export const errors = defineErrors({
  'seal.no-seal': {
    zh: '未在文件中找到印章：{file}',
    en: 'No seal was found in {file}',
  },
});
