import type { CodeKind, Message } from '@jianzhen/evidence';

const link: Message = {
  zh: '不要打开这个链接，也不要在其中填写身份证号、银行卡号、密码或短信验证码。',
  en: 'Do not open this link, and enter no ID number, card number, password or text-message code there.',
};
const app: Message = {
  zh: '不要下载或安装这个应用；已经安装的，请断开网络后卸载，并修改银行和支付密码。',
  en: 'Do not download or install this app. If it is installed, go offline, remove it, and change the passwords of your bank and wallet.',
};
const pay: Message = {
  zh: '不要向这个码付款或转账；已经付款的，请立即联系银行或支付平台止付。',
  en: 'Do not pay or transfer money to this code. If you have paid, ask your bank or wallet at once to stop the payment.',
};
const bind: Message = {
  zh: '不要确认绑定银行卡；已经绑定的，请立即解绑并联系发卡银行。',
  en: 'Do not confirm that your bank card is bound. If it is, unbind it now and call the bank that issued it.',
};
const contact: Message = {
  zh: '不要添加或回拨对方，也不要加入他们的群；不要共享屏幕，不要透露短信验证码。',
  en: 'Do not add these people, call them back or join their group. Share no screen and no text-message code.',
};
const other: Message = {
  zh: '不要使用这个码，也不要按发送者的要求操作。',
  en: 'Do not use this code, and do not do what its sender asks for.',
};

const BY_PAYLOAD: Readonly<Partial<Record<CodeKind, Message>>> = {
  url: link,
  'app-download': app,
  'wechat-pay': pay,
  'wechat-collect': pay,
  'wechat-bind': bind,
  'wechat-add': contact,
  'wechat-group': contact,
  alipay: pay,
  'alipay-pay': pay,
  unionpay: pay,
  'emv-merchant': pay,
  crypto: pay,
  'qq-add': contact,
  'qq-group': contact,
  contact,
  tel: contact,
  sms: contact,
  email: contact,
};

const ALWAYS: readonly Message[] = [
  {
    zh: '有疑问时，请拨打贷款机构的官方客服电话核实，不要使用对方提供的号码。',
    en: 'In doubt, call your lender on its official number, not on one that you were given.',
  },
  {
    zh: '如果已经受骗，请立即拨打 110 报警，或拨打反诈专线 96110。',
    en: 'If you were deceived, call the police on 110 at once, or the anti-fraud line 96110.',
  },
];

/** What a customer should do who was led to a dangerous payload, the most urgent first. */
export function adviceFor(payload: CodeKind): Message[] {
  return [BY_PAYLOAD[payload] ?? other, ...ALWAYS];
}
