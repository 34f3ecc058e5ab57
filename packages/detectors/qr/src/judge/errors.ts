import { defineErrors } from '@jianzhen/evidence';

export const errors = defineErrors({
  'qr.not-a-link': {
    zh: '不是可以判断的网址：{text}',
    en: 'Not a link that can be judged: {text}',
  },
  'qr.lists-unreadable': {
    zh: '无法读取网址名单：{detail}。请用 jianzhen url lists build 重新生成。',
    en: 'The lists of links cannot be read: {detail}. Build them anew with jianzhen url lists build.',
    status: 503,
  },
  'qr.too-many-lists': {
    zh: '一个名单文件最多含 {most} 个名单。',
    en: 'A file holds at most {most} lists.',
  },
  'qr.model-unreadable': {
    zh: '无法读取网址模型：{detail}',
    en: 'The model of links cannot be read: {detail}',
    status: 503,
  },
});
