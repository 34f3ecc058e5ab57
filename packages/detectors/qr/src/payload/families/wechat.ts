import type { Family } from '../family.ts';
import { parameter } from '../read/address.ts';
import { type LinkRule, readByRules } from '../read/rules.ts';

const PAY = { kind: 'wechat-pay', hazard: 'pay-merchant' } as const;
const COLLECT = { kind: 'wechat-collect', hazard: 'pay-person' } as const;
const ADD = { kind: 'wechat-add', hazard: 'add-contact' } as const;
const STAFF = { kind: 'wechat-add', hazard: 'add-staff' } as const;
const GROUP = { kind: 'wechat-group', hazard: 'join-group' } as const;
const MINI = { kind: 'wechat', service: 'mini-program', hazard: 'mini-program' } as const;
const DEBIT = { kind: 'wechat-pay', service: 'debit-agreement', hazard: 'debit-agreement' } as const;

/** As WeChat's scanner sorts them, and as the documentation of WeChat Pay, WeCom and mini programs gives them. */
const RULES: readonly LinkRule[] = [
  {
    at: 'weixin:wxpay',
    path: /^\/bindurl/,
    kind: 'wechat-bind',
    service: 'bind-card',
    hazard: 'card-binding',
  },
  { at: 'weixin:wxpay', path: /^\/bizpayurl/, service: 'order', ...PAY },
  { at: 'weixin:wxpay', path: /entrust/, ...DEBIT },
  { at: 'weixin:wxpay', service: 'order', ...PAY },
  { at: 'wxp:', service: 'collect', ...COLLECT },
  { at: 'wxhb:', kind: 'wechat', service: 'red-packet', hazard: 'red-packet' },
  { at: 'wedropf2fhb:', kind: 'wechat', service: 'red-packet', hazard: 'red-packet' },
  { at: 'weixin:dl', path: /^\/business/, ...MINI },
  { at: 'weixin:dl', path: /^\/(?:chat|profile|add)/, service: 'contact', ...ADD },
  { at: 'weixin:contacts', service: 'contact', ...ADD },
  { at: 'weixin:', kind: 'wechat', service: 'app', hazard: 'app-link' },
  { at: 'wxwork:', kind: 'wechat', service: 'wecom', hazard: 'app-link' },
  { at: 'wx.tenpay.com', path: /^\/f2f/, service: 'collect', ...COLLECT },
  { at: 'payapp.weixin.qq.com', path: /^\/qr\//, service: 'business-collect', ...COLLECT },
  { at: 'payapp.wechatpay.cn', path: /^\/qr\//, service: 'business-collect', ...COLLECT },
  { at: 'payapp.weixin.qq.com', service: 'merchant', ...PAY },
  { at: 'payapp.wechatpay.cn', service: 'merchant', ...PAY },
  { at: 'api.mch.weixin.qq.com', path: /^\/papay\//, ...DEBIT },
  { at: 'wx.tenpay.com', service: 'order', ...PAY },
  { at: 'u.wechat.com', service: 'contact', ...ADD },
  { at: 'weixin.qq.com', path: /^\/r\//, service: 'contact', ...ADD },
  { at: 'weixin.qq.com', path: /^\/g\//, service: 'group', ...GROUP },
  { at: 'c.weixin.com', path: /^\/g\//, service: 'group', ...GROUP },
  { at: 'weixin.qq.com', path: /^\/q\//, kind: 'wechat', service: 'official-account' },
  { at: 'work.weixin.qq.com', path: /^\/(?:g?m)\//, service: 'wecom-group', ...GROUP },
  { at: 'work.weixin.qq.com', path: /^\/(?:u|ct|ca|k|kf|kfid)\//, service: 'wecom-contact', ...STAFF },
  { at: 'work.weixin.qq.com', kind: 'wechat', service: 'wecom' },
  { at: 'wxaurl.cn', ...MINI },
  { at: 'mp.weixin.qq.com', path: /^\/a\/~/, ...MINI },
  { at: 'mp.weixin.qq.com', kind: 'wechat', service: 'article' },
  { at: '*.weixin.qq.com', kind: 'wechat', service: 'page' },
];
/** A page of the security centre on which one vouches for another's registration. */
const HELP = /signup(?:_|%5f)verify/i;

export const wechat: Family = {
  name: 'wechat',
  read({ address }) {
    if (address?.host === 'weixin110.qq.com')
      return HELP.test(address.href)
        ? {
            kind: 'wechat',
            details: { service: 'account-help' },
            links: [address.href],
            hazard: 'account-help',
          }
        : { kind: 'wechat', details: { service: 'security-centre' }, links: [address.href] };
    return readByRules(
      RULES,
      address,
      address?.host === 'dl' ? { appId: parameter(address, 'appid'), path: parameter(address, 'path') } : {},
    );
  },
};
