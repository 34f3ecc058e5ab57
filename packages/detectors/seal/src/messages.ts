import type { Message } from '@jianzhen/evidence';

export const FINDING_MESSAGES = {
  'seal.pasted': {
    zh: '印章{zh}像是贴上的图片，而不是用印泥盖的。{whyZh}',
    en: 'The seal{en} looks like a picture that was pasted on, not like ink. {whyEn}',
  },
} satisfies Record<string, Message>;
