import { defineErrors } from '@jianzhen/evidence';

/** Every coded error of this package. */
export const errors = defineErrors({
  'papers.configuration-invalid': {
    zh: '单据类型配置 {name} 无效：{detail}。',
    en: 'The configuration of voucher kinds {name} is invalid: {detail}.',
    status: 500,
  },
  'papers.network-unreadable': {
    zh: '字体一致性模型 {file} 无法加载：{detail}。',
    en: 'The network {file} that compares digits cannot be loaded: {detail}.',
    status: 500,
  },
  'papers.reader-unavailable': {
    zh: '文字识别模型无法加载：{detail}。',
    en: 'The networks that read text cannot be loaded: {detail}.',
    status: 500,
  },
  'papers.template-unreadable': {
    zh: '版式指纹无法读取：{detail}。',
    en: 'The template fingerprint cannot be read: {detail}.',
  },
});
