import { defineErrors } from '@jianzhen/evidence';

export const errors = defineErrors({
  'voice.spoof-model-unreadable': {
    zh: '合成语音模型无法读取：{detail}。',
    en: 'The model of synthetic speech cannot be read: {detail}.',
    status: 500,
  },
});
