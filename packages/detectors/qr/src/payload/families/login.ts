import type { Family } from '../family.ts';
import { type LinkRule, readByRules } from '../read/rules.ts';

/** Addresses that services' sign-in pages show as codes. */
const RULES: readonly LinkRule[] = [
  ...(
    [
      ['login.weixin.qq.com', /^\/(?:l|qrcode)\//, 'wechat'],
      ['login.wx.qq.com', /^\/l\//, 'wechat'],
      ['weixin.qq.com', /^\/x\//, 'wechat'],
      ['open.weixin.qq.com', /^\/connect\/confirm/, 'wechat'],
      ['txz.qq.com', /^\/p/, 'qq'],
      ['ssl.ptlogin2.qq.com', /^\/(?:qr|ptqr)/, 'qq'],
      ['login.m.taobao.com', /^\/qrcode/i, 'taobao'],
      ['passport.bilibili.com', /\/scan/, 'bilibili'],
      ['account.bilibili.com', /\/auth\/scan/, 'bilibili'],
      ['qr.m.jd.com', /^\/p/, 'jd'],
      ['discord.com', /^\/ra\//, 'discord'],
      ['s.team', /^\/q\//, 'steam'],
      ['wa.me', /^\/settings\/linked_devices/, 'whatsapp'],
      ['tg:login', /^/, 'telegram'],
      ['sgnl:linkdevice', /^/, 'signal'],
      ['tsdevice:', /^/, 'signal'],
    ] as const
  ).map(([at, path, service]) => ({ at, path, kind: 'login' as const, service, hazard: 'login' as const })),
];
/** WhatsApp's linked devices: version, then keys in base64 by commas. */
const WHATSAPP = /^[12]@[A-Za-z0-9+/=]{16,512}(?:,[A-Za-z0-9+/=]{8,512}){2,4}$/;

/** The address holds a token that signs in, yet of somebody else's session: it is told like any other link. */
export const login: Family = {
  name: 'login',
  read({ text, address }) {
    if (text.length < 2048 && WHATSAPP.test(text))
      return { kind: 'login', details: { service: 'whatsapp' }, hazard: 'login' };
    return readByRules(RULES, address);
  },
};
