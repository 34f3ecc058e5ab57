import type { Message } from '@jianzhen/evidence';
import type { Family } from './kinds.ts';

export const familyWords: Readonly<Record<Family, Message>> = {
  contact: { zh: '联系方式', en: 'contacts' },
  device: { zh: '设备', en: 'devices' },
  money: { zh: '收款', en: 'payments' },
  place: { zh: '地址网络', en: 'places' },
  voice: { zh: '声纹', en: 'voices' },
  text: { zh: '话术', en: 'texts' },
  link: { zh: '二维码域名', en: 'codes and domains' },
  paper: { zh: '单据印章', en: 'papers' },
};
