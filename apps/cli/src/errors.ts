import { defineErrors } from '@jianzhen/evidence';

export const errors = defineErrors({
  'cli.file-missing': {
    zh: '找不到文件：{file}',
    en: 'No such file: {file}',
  },
  'cli.file-unreadable': {
    zh: '无法读取文件 {file}：{detail}',
    en: 'Cannot read {file}: {detail}',
  },
  'cli.cannot-write': {
    zh: '无法写入 {file}：{detail}',
    en: 'Cannot write {file}: {detail}',
  },
  'cli.usage': {
    zh: '用法错误：{detail}',
    en: 'Usage: {detail}',
  },
});
