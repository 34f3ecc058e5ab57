import { defineErrors } from '@jianzhen/evidence';

export const errors = defineErrors({
  'report.image-not-embedded': {
    zh: '报告只接受以 base64 内嵌的 PNG、JPEG、WebP 或 AVIF 图像，“{file}”第 {page} 页的图像不是。',
    en: 'A report takes images embedded as base64 PNG, JPEG, WebP or AVIF only; the image of page {page} of "{file}" is not one.',
    status: 500,
  },
});
