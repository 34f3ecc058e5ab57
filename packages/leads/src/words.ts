import type { GangRole, Message, TraceKind } from '@jianzhen/evidence';

export const traceWords: Readonly<Record<TraceKind, Message>> = {
  phone: { zh: '电话号码', en: 'telephone number' },
  device: { zh: '设备', en: 'device' },
  bank_card: { zh: '银行卡', en: 'bank card' },
  address: { zh: '地址', en: 'address' },
  email: { zh: '电子邮箱', en: 'e-mail address' },
  ip: { zh: 'IP 地址', en: 'IP address' },
  voiceprint: { zh: '声纹', en: 'voice-print' },
  seal: { zh: '同一印模', en: 'seal imprint' },
  seal_template: { zh: '印章模板', en: 'seal drawing' },
  document_template: { zh: '文书版式', en: 'document template' },
  script: { zh: '投诉话术', en: 'complaint script' },
  qr_payload: { zh: '二维码内容', en: 'QR payload' },
  domain: { zh: '域名', en: 'domain' },
  account: { zh: '账号', en: 'account' },
};

export const roleWords: Readonly<Record<GangRole, Message>> = {
  forger: { zh: '上游伪造窝点', en: 'forger (upstream)' },
  agency: { zh: '代理投诉中介', en: 'agency' },
  ring: { zh: '关联团伙', en: 'ring' },
};
