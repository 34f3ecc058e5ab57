import { defineErrors } from '@jianzhen/evidence';

/** Every coded error of this package. */
export const errors = defineErrors({
  'document.network-unreadable': {
    zh: '无法加载文档检测网络模型（{detail}）。请确认 models/document 下的模型文件完整且与程序版本一致。',
    en: 'The network of the document detector cannot be loaded ({detail}). Check that the file under models/document is whole and of this version.',
    status: 500,
  },
});
