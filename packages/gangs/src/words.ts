import type { Message, TraceKind } from '@jianzhen/evidence';
import type { Family } from './kinds.ts';

/** Kinds of traces as people call them. */
export const kindWords: Readonly<Record<TraceKind, Message>> = {
  phone: { zh: '电话', en: 'phone' },
  device: { zh: '设备', en: 'device' },
  bank_card: { zh: '银行卡', en: 'bank card' },
  address: { zh: '地址', en: 'address' },
  email: { zh: '邮箱', en: 'e-mail' },
  ip: { zh: 'IP 地址', en: 'IP address' },
  voiceprint: { zh: '声纹', en: 'voiceprint' },
  seal: { zh: '印章', en: 'seal' },
  seal_template: { zh: '印章模板', en: 'seal template' },
  document_template: { zh: '单据模板', en: 'document template' },
  script: { zh: '话术', en: 'script' },
  qr_payload: { zh: '二维码', en: 'QR code' },
  domain: { zh: '域名', en: 'domain' },
  account: { zh: '账号', en: 'account' },
};

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
