import { defineErrors } from '@jianzhen/evidence';

export const errors = defineErrors({
  'esign.unsupported-file': {
    zh: '不是 PDF 或 OFD 文件，没有电子签名可验：{type}',
    en: 'Neither PDF nor OFD, so there is no electronic signature to verify: {type}',
  },
});
