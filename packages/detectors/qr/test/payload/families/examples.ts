import type { CodeKind } from '@jianzhen/evidence';
import type { HazardCode } from '../../../src/payload/index.ts';

/** What a payload must be understood as; details that are named must be so, others may be there. */
export interface Example {
  readonly text: string;
  readonly kind: CodeKind;
  readonly hazard: HazardCode | null;
  readonly details?: Readonly<Record<string, string>>;
  readonly links?: readonly string[];
}

const example = (
  text: string,
  kind: CodeKind,
  hazard: HazardCode | null,
  details: Example['details'] = {},
  links?: readonly string[],
): Example => ({ text, kind, hazard, details, ...(links ? { links } : {}) });

const url = (text: string, host: string, details: Example['details'] = {}, links?: readonly string[]) =>
  example(text, 'url', null, { host, ...details }, links);
/** A near miss: looks like a family's and is only text. */
const text = (payload: string) => example(payload, 'text', null, {}, []);

export const WEB: readonly Example[] = [
  url('https://www.example.com/a?b=1', 'www.example.com', {}, ['https://www.example.com/a?b=1']),
  url('HTTPS://WWW.EXAMPLE.COM/A', 'www.example.com', {}, ['https://www.example.com/A']),
  url('www.example.cn/loan', 'www.example.cn', {}, ['http://www.example.cn/loan']),
  url('EXAMPLE.COM.CN/A1', 'example.com.cn', {}, ['http://example.com.cn/A1']),
  url('http://中国银行.手机/贷款', 'xn--fiqs8s856bruk.xn--kput3i', { hostShown: '中国银行.手机' }),
  url('例子.中国', 'xn--fsqu00a.xn--fiqs8s', { hostShown: '例子.中国' }, ['http://xn--fsqu00a.xn--fiqs8s/']),
  url('http://1.2.3.4:8080/x', '1.2.3.4', { port: '8080' }),
  url('https://example.com/a b/login.php', 'example.com', {}, ['https://example.com/a%20b/login.php']),
  example('https://example.com/a 点击领取/', 'text', null, {}, ['https://example.com/a']),
  example('https://example.com/a click to win', 'text', null, {}, ['https://example.com/a']),
  url('https://www.icbc.com.cn@evil.example/x', 'evil.example', { user: 'www.icbc.com.cn' }),
  url('URLTO:https://example.com', 'example.com'),
  url('MEBKM:TITLE:行情;URL:http\\://example.com/q;;', 'example.com', { title: '行情' }),
  url(
    'https://go.example.com/?url=https%3A%2F%2Fevil.example.net%2Fa',
    'go.example.com',
    { leadsTo: 'evil.example.net' },
    ['https://go.example.com/?url=https%3A%2F%2Fevil.example.net%2Fa', 'https://evil.example.net/a'],
  ),
  // In base64, in the fragment, in the path, without a scheme.
  url('https://go.example.com/?r=aHR0cHM6Ly9ldmlsLmV4YW1wbGUubmV0L2E', 'go.example.com', {
    leadsTo: 'evil.example.net',
  }),
  url('https://go.example.com/#/open?target=https%253A%252F%252Fevil.example.net', 'go.example.com', {
    leadsTo: 'evil.example.net',
  }),
  url('https://web.example.org/2020/https://evil.example.net/a?b', 'web.example.org', {
    leadsTo: 'evil.example.net',
  }),
  url('https://go.example.com/?redirect_uri=www.baidu.com/x', 'go.example.com', { leadsTo: 'www.baidu.com' }),
  url('https://go.example.com/?back=//www.baidu.com', 'go.example.com'),
  ...['readme.md', '3.14', 'v1.2.3', 'a..b', 'http://', 'https://', '你好。世界', 'x.y', 'no.suffixx'].map(
    text,
  ),
  example('myapp://open?u=https://a.example.com', 'app-link', 'app-link', { scheme: 'myapp' }, [
    'myapp://open?u=https://a.example.com',
    'https://a.example.com/',
  ]),
  example(
    'openapp.jdmobile://virtual?params=%7B%22url%22%3A%22https%3A%2F%2Fa.example.com%2Fx%22%7D',
    'app-link',
    'app-link',
    {},
    [
      'openapp.jdmobile://virtual?params=%7B%22url%22%3A%22https%3A%2F%2Fa.example.com%2Fx%22%7D',
      'https://a.example.com/x',
    ],
  ),
];

export const WECHAT: readonly Example[] = [
  example('weixin://wxpay/bindurl?pr=AbC12', 'wechat-bind', 'card-binding', { service: 'bind-card' }),
  example('weixin://wxpay/bizpayurl?pr=04IPMKM', 'wechat-pay', 'pay-merchant', { service: 'order' }),
  example('wxp://f2f0GmS4TQWrW', 'wechat-collect', 'pay-person'),
  example('wxp://wbf2fabc', 'wechat-collect', 'pay-person'),
  example('https://wx.tenpay.com/f2f?t=AQAAAJ', 'wechat-collect', 'pay-person'),
  example('https://payapp.weixin.qq.com/qr/AQFjACE', 'wechat-collect', 'pay-person', {
    service: 'business-collect',
  }),
  example('https://payapp.wechatpay.cn/sjt/qr/AQE', 'wechat-pay', 'pay-merchant', { service: 'merchant' }),
  example(
    'https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=wx20',
    'wechat-pay',
    'pay-merchant',
  ),
  example('https://api.mch.weixin.qq.com/papay/entrustweb?appid=wx42', 'wechat-pay', 'debit-agreement'),
  example('wxhb://f2f?sendid=1', 'wechat', 'red-packet'),
  example('https://u.wechat.com/kMq0TyQ', 'wechat-add', 'add-contact'),
  example('http://weixin.qq.com/r/xyz', 'wechat-add', 'add-contact'),
  example('https://work.weixin.qq.com/ca/cawcde03d69f2d37e9', 'wechat-add', 'add-staff'),
  example('https://work.weixin.qq.com/kfid/kfcde7d9ec26f6b0df0', 'wechat-add', 'add-staff'),
  example('https://weixin.qq.com/g/AwYAAEX', 'wechat-group', 'join-group'),
  example('https://work.weixin.qq.com/gm/abc', 'wechat-group', 'join-group', { service: 'wecom-group' }),
  example('weixin://dl/business/?appid=wx135edf7e3c7a1e7d&path=pages/pay', 'wechat', 'mini-program', {
    appId: 'wx135edf7e3c7a1e7d',
  }),
  example('https://mp.weixin.qq.com/a/~abc', 'wechat', 'mini-program'),
  example('https://mp.weixin.qq.com/s/abc', 'wechat', null, { service: 'article' }),
  example('weixin://dl/scan', 'wechat', 'app-link'),
  example('https://weixin110.qq.com/security/readtemplate?t=signup_verify/w_intro', 'wechat', 'account-help'),
  example('https://weixin110.qq.com/cgi-bin/support', 'wechat', null, { service: 'security-centre' }),
  url('https://weixin.qq.com.example.cn/g/abc', 'weixin.qq.com.example.cn'),
  url('https://u.wechat.com.example.cn/abc', 'u.wechat.com.example.cn'),
  url('https://xweixin.qq.com/g/abc', 'xweixin.qq.com'),
  text('请打开 wxp 付款'),
];

const nested = encodeURIComponent(
  `https://loan.example.com/a?next=${encodeURIComponent('https://dl.example.net/x.apk')}`,
);
const transfer =
  'alipays://platformapi/startapp?appId=20000123&actionType=scan&biz_data={"s":"money","u":"2088402759328420","a":"6.66","m":"x"}';

export const ALIPAY: readonly Example[] = [
  example('HTTPS://QR.ALIPAY.COM/FKX09613RWE3ROTNTVR362', 'alipay-pay', 'pay-person', { service: 'collect' }),
  example('https://qr.alipay.com/tsx11609thmpw9odmvdlxd6', 'alipay-pay', 'pay-person'),
  example('https://qr.alipay.com/a6x02021re1jk4ftcymlw79', 'alipay-pay', 'pay-person'),
  example('https://qr.alipay.com/bax04643xthybjl32e6n5516', 'alipay-pay', 'pay-merchant', {
    service: 'order',
  }),
  example('https://qr.alipay.com/stx00187oxldjvyo3ofaw60', 'alipay-pay', 'pay-merchant', {
    service: 'store',
  }),
  example('https://qr.alipay.com/c1x09807njeutfbehmjrxe2', 'alipay', 'red-packet'),
  example('https://qr.alipay.com/s7x133604ff1cacyyk4fyd3', 'alipay', 'mini-program'),
  example('https://qr.alipay.com/_d?_b=peerpay&enableWK=YES&biz_no=2019', 'alipay-pay', 'pay-for-another'),
  example('https://qr.alipay.com/xyz', 'alipay', null, { service: 'page' }),
  example(
    `alipays://platformapi/startapp?appId=20000067&url=${nested}`,
    'alipay',
    'page-in-app',
    { host: 'loan.example.com', leadsTo: 'dl.example.net' },
    [
      `alipays://platformapi/startapp?appId=20000067&url=${nested}`,
      'https://loan.example.com/a?next=https%3A%2F%2Fdl.example.net%2Fx.apk',
      'https://dl.example.net/x.apk',
    ],
  ),
  example(
    'alipays://platformapi/startapp?appId=20000067&url=https%3A%2F%2Fdl.example.net%2Fx.apk',
    'app-download',
    'app-sideload',
    { openedBy: 'web-page', type: 'apk' },
  ),
  example(
    'alipays://platformapi/startapp?appId=20000067&url=https%3A%2F%2Frender.alipay.com%2Fp%2Fx',
    'alipay',
    null,
  ),
  example(
    'alipayqr://platformapi/startapp?saId=10000007&clientVersion=3.7.0.0718&qrcode=https%3A%2F%2Fqr.alipay.com%2FFKX04202%3F_s%3Dweb-other',
    'alipay-pay',
    'pay-person',
    { openedBy: 'scan', service: 'collect' },
  ),
  example(
    'alipays://platformapi/startapp?appId=09999988&actionType=toAccount&goBack=NO&amount=3.00&userId=2088022940366251&memo=hi',
    'alipay-pay',
    'transfer-preset',
    { payee: '2088022940366251', amount: '3.00', note: 'hi' },
  ),
  example(
    'alipays://platformapi/startapp?appId=09999988&actionType=toCard&cardNo=6214830000000000&bankAccount=%E5%BC%A0%E4%B8%89&bankMark=CMB&money=10.00',
    'alipay-pay',
    'transfer-preset',
    { payee: '6214830000000000', payeeName: '张三', bank: 'CMB', amount: '10.00' },
  ),
  example('alipays://platformapi/startapp?appId=09999988', 'alipay-pay', 'pay-person', {
    service: 'transfer',
  }),
  example(transfer, 'alipay-pay', 'transfer-preset', { payee: '2088402759328420', amount: '6.66' }),
  example(
    `alipays://platformapi/startapp?appId=20000067&url=${encodeURIComponent(transfer)}`,
    'alipay-pay',
    'transfer-preset',
    { payee: '2088402759328420', openedBy: 'web-page' },
  ),
  example(
    'alipays://platformapi/startapp?appId=60000157&appClearTop=false&sign_params=x',
    'alipay-pay',
    'debit-agreement',
  ),
  example(
    'https://render.alipay.com/p/s/i?scheme=alipays%3A%2F%2Fplatformapi%2Fstartapp%3FappId%3D60000157%26sign_params%3Dx',
    'alipay-pay',
    'debit-agreement',
  ),
  example(
    'https://openapi.alipay.com/gateway.do?method=alipay.user.agreement.page.sign&app_id=2021',
    'alipay-pay',
    'debit-agreement',
  ),
  example(
    'alipays://platformapi/startapp?appId=2021001107610820&page=pages%2Findex',
    'alipay',
    'mini-program',
  ),
  example('alipays://platformapi/startapp?appId=20000199', 'alipay', null, { service: 'huabei' }),
  example('alipays://platformapi/startapp?appId=20000123&biz_data={broken', 'alipay-pay', 'pay-person'),
  url('https://qr.alipay.com.example.cn/fkx09613', 'qr.alipay.com.example.cn'),
  url('https://qr-alipay.com/fkx09613', 'qr-alipay.com'),
  // Encoded three times.
  example(
    'alipays://platformapi/startapp?appId=20000067&url=https%25253A%25252F%25252Floan.example.com',
    'alipay',
    'page-in-app',
    { host: 'loan.example.com' },
  ),
  example('alipays://platformapi/startapp?appId=constructor', 'alipay', null, { service: 'app' }),
];

export const WALLETS: readonly Example[] = [
  example('https://qr.95516.com/00010000/62222398601660103592632963215836', 'unionpay', 'pay-merchant', {
    institution: '00010000',
  }),
  example(
    'https://qr.95516.com/qrcGtwWeb-web/api/userAuth?version=1.0.0&redirectUrl=https%3A%2F%2Fshop.example.com',
    'unionpay',
    null,
    { service: 'authorise' },
  ),
  example('upwallet://native/scanCode', 'unionpay', 'app-link'),
  url('https://qr.95516.com.example.cn/00010000/62', 'qr.95516.com.example.cn'),
  example('dcep://uniwallet/unipay?order=1', 'ecny', 'pay-ecny', { service: 'pay' }),
  example('https://pilot.app.ecny.pbcdci.cn/download/index.html', 'ecny', null, { service: 'page' }),
  url('https://app.ecny.example.cn/download', 'app.ecny.example.cn'),
  example('https://qr.shouqianba.com/gateway?terminal_sn=1', 'merchant-pay', 'pay-merchant', {
    service: 'shouqianba',
  }),
  example('https://qr.chinaums.com/bills/qrCode.do?id=1', 'merchant-pay', 'pay-merchant'),
  url('https://qr.chinaums.com.example.cn/bills', 'qr.chinaums.com.example.cn'),
];

export const CHATS: readonly Example[] = [
  example('https://qm.qq.com/cgi-bin/qm/qr?k=en97YqjfYaLpebd9&jump_from=webapi', 'qq-group', 'join-group'),
  example('https://qm.qq.com/cgi-bin/qm/qr?k=abc&personal_qrcode_source=4', 'qq-add', 'add-contact'),
  example('https://jq.qq.com/?_wv=1027&k=b759RZrL', 'qq-group', 'join-group'),
  example('https://qm.qq.com/q/abcdef', 'qq', 'join-group', { service: 'contact-or-group' }),
  example(
    'mqqapi://card/show_pslcard?src_type=internal&version=1&uin=1090225658&card_type=group&source=qrcode',
    'qq-group',
    'join-group',
    { account: '1090225658' },
  ),
  example(
    'mqqapi://card/show_pslcard?src_type=internal&source=sharecard&version=1&uin=397050061',
    'qq-add',
    'add-contact',
    { account: '397050061' },
  ),
  example('http://wpa.qq.com/msgrd?v=3&uin=397050061&site=qq', 'qq-add', 'add-contact'),
  example(
    'mqqopensdkapi://bizAgent/qm/qr?url=http%3A%2F%2Fqm.qq.com%2Fcgi-bin%2Fqm%2Fqr%3Fk%3D4X',
    'qq-group',
    'app-link',
    { openedBy: 'app' },
  ),
  example(
    'https://i.qianbao.qq.com/wallet/sqrcode.htm?m=tenpay&f=wallet&a=1&ac=26&u=1031092401&n=%E5%BC%A0',
    'qq-pay',
    'pay-person',
    { payee: '张', account: '1031092401' },
  ),
  url('https://qm.qq.com.example.cn/cgi-bin/qm/qr?k=1', 'qm.qq.com.example.cn'),
  example('https://t.me/+AbCdEf', 'chat-group', 'foreign-chat', { service: 'telegram' }),
  example('https://t.me/somebody', 'chat-add', 'foreign-chat'),
  example('https://chat.whatsapp.com/AbC', 'chat-group', 'foreign-chat'),
  example('https://wa.me/821012345678', 'chat-add', 'foreign-chat'),
  url('https://t.me/', 't.me'),
  example('https://qr.dingtalk.com/action/joingroup?code=v1,k1,abc', 'chat-group', 'join-group', {
    service: 'dingtalk',
  }),
  example(
    'https://applink.feishu.cn/client/chat/chatter/add_by_link?link_token=a',
    'chat-group',
    'join-group',
  ),
  example('https://meeting.tencent.com/dm/abc123', 'meeting', 'meeting', { service: 'tencent-meeting' }),
  example('https://us02web.zoom.us/j/81234567890', 'meeting', 'meeting', { service: 'zoom' }),
  url('https://meeting.tencent.com/about', 'meeting.tencent.com'),
];

export const LOGINS: readonly Example[] = [
  example('http://weixin.qq.com/x/AbCdEf', 'login', 'login', { service: 'wechat' }),
  example('https://login.weixin.qq.com/l/QdXyz==', 'login', 'login'),
  example('http://txz.qq.com/p?k=T8sZMvS&f=716027609', 'login', 'login', { service: 'qq' }),
  example('tg://login?token=AQAB', 'login', 'login', { service: 'telegram' }),
  example(
    '2@AbCdEfGhIjKlMnOpQrSt,AbCdEfGhIjKlMnOp=,AbCdEfGhIjKlMnOp=',
    'login',
    'login',
    { service: 'whatsapp' },
    [],
  ),
  example('https://qr.m.jd.com/p?k=AAA&appid=133', 'login', 'login', { service: 'jd' }),
  url('https://discord.com/channels/1', 'discord.com'),
  text('2@abc,def'),
];

export const DOWNLOADS: readonly Example[] = [
  example('https://dl.example.com/app/v1.APK?x=1', 'app-download', 'app-sideload', {
    type: 'apk',
    host: 'dl.example.com',
  }),
  example('https://dl.example.com/get?file=loan.apk', 'app-download', 'app-sideload', { type: 'apk' }),
  example('https://dl.example.com/vip.mobileconfig', 'app-download', 'app-sideload', {
    type: 'mobileconfig',
  }),
  example(
    'itms-services://?action=download-manifest&url=https://x.example.com/m.plist',
    'app-download',
    'app-sideload',
    { service: 'itms-services' },
    [
      'itms-services://?action=download-manifest&url=https://x.example.com/m.plist',
      'https://x.example.com/m.plist',
    ],
  ),
  example('https://www.pgyer.com/abcd', 'app-download', 'app-distribution'),
  example('https://fir.im/abcd', 'app-download', 'app-distribution'),
  example('https://apps.apple.com/cn/app/id414478124', 'app-download', 'app-store'),
  example('https://play.google.com/store/apps/details?id=com.example', 'app-download', 'app-store', {
    app: 'com.example',
  }),
  example('market://details?id=com.example', 'app-download', 'app-store', { app: 'com.example' }),
  example('https://www.todesk.com/download', 'app-download', 'remote-control'),
  example(
    'intent://scan/#Intent;scheme=zxing;package=com.example;S.browser_fallback_url=https%3A%2F%2Fexample.org;end',
    'app-link',
    'app-link',
    { app: 'com.example', scheme: 'zxing' },
    [
      'intent://scan/#Intent;scheme=zxing;package=com.example;S.browser_fallback_url=https%3A%2F%2Fexample.org;end',
      'zxing://scan/',
      'https://example.org/',
    ],
  ),
  example('intent://wxpay/bindurl?pr=1#Intent;scheme=weixin;end', 'wechat-bind', 'card-binding', {
    openedBy: 'intent',
  }),
  url('https://example.com/apk/', 'example.com'),
  url('https://example.com/myapk', 'example.com'),
];

export const OLDER: readonly Example[] = [
  example(
    'WIFI:T:WPA;S:my\\;net\\:1;P:p\\\\w;;',
    'wifi',
    'wifi-join',
    { ssid: 'my;net:1', security: 'WPA' },
    [],
  ),
  example('WIFI:S:"cafe";H:true;;', 'wifi', 'wifi-open', { ssid: 'cafe', hidden: 'true' }),
  example('wifi:T:nopass;S:free;;', 'wifi', 'wifi-open', { security: 'nopass' }),
  text('WIFI:T:WPA;P:x;;'),
  example(
    'BEGIN:VCARD\nVERSION:3.0\nFN:张三\nORG:某公司;信贷部\nTEL;TYPE=CELL:138 0013 8000\nitem1.URL:https://a.example.com\nNOTE:见 www.baidu.com\nEND:VCARD',
    'contact',
    null,
    { name: '张三', organisation: '某公司 信贷部', phone: '138 0013 8000' },
    ['https://a.example.com/', 'http://www.baidu.com/'],
  ),
  example(
    'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=BC=A0;=E4=\r\n=B8=89\r\nEND:VCARD',
    'contact',
    null,
    { name: '张三' },
  ),
  example(
    'MECARD:N:Owen,Sean;TEL:+12125551212;URL:example.com;;',
    'contact',
    null,
    { name: 'Sean Owen', phone: '+12125551212' },
    ['http://example.com/'],
  ),
  example(
    'BIZCARD:N:Sean;X:Owen;C:Google;A:76 9th Avenue, New York;B:+12125551212;E:srowen@google.com;;',
    'contact',
    null,
    { name: 'Sean Owen', organisation: 'Google' },
  ),
  example('tel:+86-138-0013-8000', 'tel', 'call', { phone: '+86-138-0013-8000' }),
  example('tel:**21*13800138000%23', 'tel', 'call-forwarding', { phone: '**21*13800138000#' }),
  text('tel:abc'),
  example('smsto:10086:CXYE', 'sms', 'sms-send', { phone: '10086', text: 'CXYE' }),
  example(
    'SMS:+8613800138000?body=%E5%9B%9E%E5%A4%8D%20www.baidu.com',
    'sms',
    'sms-send',
    { phone: '+8613800138000', text: '回复 www.baidu.com' },
    ['http://www.baidu.com/'],
  ),
  example('sms:10086?body=two words', 'sms', 'sms-send', { text: 'two words' }),
  text('sms: '),
  example(
    'mailto:a@example.com?subject=hi&body=https%3A%2F%2Fa.example.com',
    'email',
    'email-send',
    { to: 'a@example.com', subject: 'hi' },
    ['https://a.example.com/'],
  ),
  example('MATMSG:TO:a@example.com;SUB:hi;BODY:b\\;c;;', 'email', 'email-send', {
    subject: 'hi',
    text: 'b;c',
  }),
  example('a.b@example.com', 'email', 'email-send', { to: 'a.b@example.com' }),
  text('a@b'),
  example('geo:39.9042,116.4074?q=%E5%A4%A9%E5%AE%89%E9%97%A8', 'geo', null, {
    latitude: '39.9042',
    name: '天安门',
  }),
  text('geo:139.9,116.4'),
  example(
    'BEGIN:VEVENT\nSUMMARY:路演\nDTSTART:20260101T010000Z\nDESCRIPTION:https://meeting.tencent.com/dm/a\nEND:VEVENT',
    'calendar',
    null,
    { title: '路演', starts: '20260101T010000Z' },
    ['https://meeting.tencent.com/dm/a'],
  ),
  example(
    'otpauth://totp/ACME%20Co:john@example.com?secret=HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ&issuer=ACME%20Co',
    'otpauth',
    'one-time-key',
    { issuer: 'ACME Co', account: 'john@example.com' },
    [],
  ),
  example('javascript:location.href="https://evil.example.net/x"', 'script', 'script', {}, [
    'https://evil.example.net/x',
  ]),
  example('data:text/html;base64,PGEgaHJlZj0iaHR0cHM6Ly9lLmV4YW1wbGUuY29tIj4=', 'script', 'script', {}, [
    'https://e.example.com/',
  ]),
  example('data:text/plain,hello', 'text', null, { type: 'text/plain' }),
  example('\u200b java\tscript:alert(1)', 'script', 'script', { service: 'javascript' }),
  example('\u202e\u200bhttps://www.pgyer.com/abcd', 'app-download', 'app-distribution'),
  text('javascript is a language'),
];

const EIP55 = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed';

export const COINS: readonly Example[] = [
  example(
    'bitcoin:BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4?amount=20.3&label=Luke',
    'crypto',
    'crypto-transfer',
    { coin: 'bitcoin', checksum: 'valid', amount: '20.3', label: 'Luke' },
  ),
  example('1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'crypto', 'crypto-transfer', { coin: 'bitcoin' }),
  example('bitcoin:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb', 'crypto', 'crypto-broken', { checksum: 'invalid' }),
  example('TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', 'crypto', 'crypto-transfer', { coin: 'tron' }),
  example(
    'tron:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t?amount=5&token=TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t',
    'crypto',
    'crypto-transfer',
    { token: 'USDT', amount: '5' },
  ),
  example(EIP55, 'crypto', 'crypto-transfer', { coin: 'ethereum', checksum: 'valid' }),
  example(EIP55.toLowerCase(), 'crypto', 'crypto-transfer', { checksum: 'none' }),
  example(
    `ethereum:0xdac17f958d2ee523a2206206994597c13d831ec7@1/transfer?address=${EIP55}&uint256=1e6`,
    'crypto',
    'crypto-transfer',
    { token: 'USDT', address: EIP55, amount: '1e6', chain: '1' },
  ),
  example(
    'wc:7f6e504bfad60b485450578e05678ed3e8e8c4751d3c6160be17160d63ec90f9@2?relay-protocol=irn&symKey=587d',
    'crypto',
    'wallet-connect',
    { service: 'wallet-connect' },
    [],
  ),
  example(`充值USDT请转 TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t 谢谢`, 'text', 'crypto-transfer', {
    coin: 'tron',
  }),
  ...[
    '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb',
    'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u',
    EIP55.replace('aA', 'Aa'),
  ].map(text),
];

/** Names that every object of JavaScript's has are members of no table. */
export const INHERITED: readonly Example[] = [
  ...['constructor:x', '__proto__:x', 'constructor', 'constructor://x?a=__proto__'].map((payload) =>
    payload.includes('//')
      ? example(payload, 'app-link', 'app-link', { scheme: 'constructor' })
      : text(payload),
  ),
];

export const TEXTS: readonly Example[] = [
  example(
    '加微信：abc_12345，电话13800138000，点击https://t.cn/abc领取',
    'text',
    null,
    { wechat: 'abc_12345', phones: '13800138000' },
    ['https://t.cn/abc'],
  ),
  example(
    'QQ群：123456789，客服 400-123-4567，邮箱 a@example.com',
    'text',
    null,
    { qq: '123456789', phones: '400-123-4567', emails: 'a@example.com' },
    [],
  ),
  example('VX abc12345 详询 www.baidu.com/贷款', 'text', null, { wechat: 'abc12345' }, [
    'http://www.baidu.com/',
  ]),
  example(
    '先 alipays://platformapi/startapp?appId=20000067&url=https%3A%2F%2Fa.example.com 后 https://b.example.com。',
    'text',
    null,
    {},
    [
      'alipays://platformapi/startapp?appId=20000067&url=https%3A%2F%2Fa.example.com',
      'https://a.example.com/',
      'https://b.example.com/',
    ],
  ),
  example('访问http://例子.中国/。查看', 'text', null, {}, ['http://xn--fsqu00a.xn--fiqs8s/']),
  text('It ended.In the morning, see A.C. and 3.14'),
  example('看 a88.vip 和 WWW.BAIDU.COM 和 Example.com/x', 'text', null, {}, [
    'http://a88.vip/',
    'http://www.baidu.com/',
    'http://example.com/x',
  ]),
  text('订单号 110105194912310021'),
  text('6901234567892'),
  text(''),
];
