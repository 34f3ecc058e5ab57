import type { Message } from '@jianzhen/evidence';

/** What a payload does to whom follows it, for that person. */
export const HAZARD_MESSAGES = {
  'qr.script': {
    zh: '此码含有脚本，扫码后会直接运行代码，切勿打开。',
    en: 'The code carries a script that runs as soon as it is opened. Do not open it.',
  },
  'qr.card-binding': {
    zh: '此码会把银行卡绑定到微信支付，对方借此可骗取验证码并划走资金。正规机构不会让您扫码绑卡。',
    en: 'The code binds a bank card to WeChat Pay: with the code from the SMS, money can be taken. No honest firm asks for this by a code.',
  },
  'qr.login': {
    zh: '此码用于登录账号：扫码并确认后，出示此码的人将登录您的账号。',
    en: 'The code signs somebody in: whoever shows it is signed in to your account once you confirm.',
  },
  'qr.app-sideload': {
    zh: '此码直接下载安装包，绕过应用商店审核。诈骗贷款、理财 App 多以此方式传播。',
    en: 'The code hands out an app outside of any store. Fraudulent loan and investment apps mostly come this way.',
  },
  'qr.app-distribution': {
    zh: '此码指向应用内测分发平台，该处的应用未经应用商店审核。',
    en: 'The code leads to a host of test versions, whose apps no store has looked at.',
  },
  'qr.app-store': {
    zh: '此码打开应用商店的下载页面。请核对开发者名称。',
    en: "The code opens an app's page in a store. Check who made it.",
  },
  'qr.remote-control': {
    zh: '此码与远程控制软件有关：对方可查看并操作您的手机或电脑。',
    en: 'The code leads to remote control: the other side can see and steer your phone or computer.',
  },
  'qr.debit-agreement': {
    zh: '此码要求签署免密代扣协议：签约后对方可自动从您的账户扣款。',
    en: 'The code asks for a direct debit agreement: from then on money can be drawn without you.',
  },
  'qr.pay-for-another': {
    zh: '此码是代付请求：您将替他人的订单付款，付款后难以追回。',
    en: "The code asks you to pay for somebody else's order. Such money is hard to get back.",
  },
  'qr.transfer-preset': {
    zh: '此码打开已填好收款方或金额的转账页面，付款前请核对收款人。',
    en: 'The code opens a transfer with payee or amount filled in. Check the payee before paying.',
  },
  'qr.pay-person': {
    zh: '此码是收款码，付款直接进入对方账户，难以追回。',
    en: 'The code collects money: it goes straight to the other side and is hard to get back.',
  },
  'qr.pay-merchant': {
    zh: '此码是商户收款或订单付款码，付款前请核对商户名称。',
    en: "The code pays a merchant's bill. Check the merchant's name before paying.",
  },
  'qr.pay-damaged': {
    zh: '此付款码的校验值不符，可能印刷不清或被改动，请勿付款。',
    en: 'The payment code contradicts its own checksum: badly printed or altered. Do not pay.',
  },
  'qr.pay-ecny': {
    zh: '此码使用数字人民币钱包付款或收款，付款前请核对对方名称。',
    en: 'The code pays by the digital yuan. Check the other side before paying.',
  },
  'qr.red-packet': {
    zh: '此码用于领取红包。领取红包不需要银行卡号、密码或验证码。',
    en: 'The code hands out a red packet. Taking one needs no card number, password or code.',
  },
  'qr.crypto-transfer': {
    zh: '此码含虚拟货币收款地址：转账不可撤销，收款人身份不明。',
    en: 'The code holds an address of a cryptocurrency: a transfer cannot be reversed and the payee is unknown.',
  },
  'qr.crypto-broken': {
    zh: '此码中的虚拟货币地址校验不符，转入的资金可能丢失。',
    en: 'The address of a cryptocurrency in the code fails its checksum: money sent there may be lost.',
  },
  'qr.wallet-connect': {
    zh: '此码把虚拟货币钱包连接到对方网站，对方可请求转走资产。',
    en: "The code connects a wallet of cryptocurrencies to somebody's site, which can then ask for what is in it.",
  },
  'qr.account-help': {
    zh: '此码请您协助他人注册或解封账号，此类账号常被用于诈骗。',
    en: 'The code asks you to help somebody register or unblock an account. Such accounts often serve fraud.',
  },
  'qr.foreign-chat': {
    zh: '此码引导您到境外聊天软件，诈骗分子常借此脱离监管。',
    en: 'The code leads to a chat abroad, where frauds like to go on out of sight.',
  },
  'qr.meeting': {
    zh: '此码加入在线会议：切勿与陌生人共享屏幕，以免泄露密码和验证码。',
    en: 'The code joins an online meeting. Never share your screen with strangers: they see passwords and codes.',
  },
  'qr.page-in-app': {
    zh: '此码在支付宝内打开外部网页，该网页并非支付宝官方页面。',
    en: "The code opens somebody else's page within Alipay: it looks like Alipay's own and is not.",
  },
  'qr.add-contact': {
    zh: '此码用于添加好友，请先核实对方身份。',
    en: 'The code adds a contact. Make sure first who it is.',
  },
  'qr.add-staff': {
    zh: '此码用于添加企业微信员工或客服，请核对企业名称。',
    en: 'The code adds staff of a firm in WeCom. Check the name of the firm.',
  },
  'qr.join-group': {
    zh: '此码用于加入群聊，谨防群内人员诱导投资、贷款或代理维权。',
    en: 'The code joins a group. Beware of members who talk you into investments, loans or paid complaints.',
  },
  'qr.mini-program': {
    zh: '此码打开小程序，请核对小程序名称和主体。',
    en: 'The code opens a mini program. Check its name and owner.',
  },
  'qr.app-link': {
    zh: '此码会唤起手机上的应用，并向其传入内容。',
    en: 'The code opens an app on the phone and tells it what to do.',
  },
  'qr.sms-send': {
    zh: '此码会预填短信，发送后可能订购服务或办理业务。',
    en: 'The code prepares an SMS: sending it may order a service or confirm something.',
  },
  'qr.call': {
    zh: '此码会拨打电话，请核对号码。',
    en: 'The code makes a call. Check the number.',
  },
  'qr.call-forwarding': {
    zh: '此码会设置呼叫转移：您的来电（包括语音验证码）将转到他人号码。',
    en: 'The code forwards your calls, codes that are read out among them, to somebody else’s number.',
  },
  'qr.email-send': {
    zh: '此码会预填一封邮件。',
    en: 'The code prepares an e-mail.',
  },
  'qr.one-time-key': {
    zh: '此码含动态验证码密钥，提供此码的人也能生成同样的验证码。',
    en: 'The code holds the key of one-time passwords: whoever gave it to you can make the same ones.',
  },
  'qr.wifi-open': {
    zh: '此码加入无密码的无线网络，他人可能窥看未加密的内容。',
    en: 'The code joins a wireless network without a password: others may read what is not encrypted.',
  },
  'qr.wifi-join': {
    zh: '此码加入无线网络。',
    en: 'The code joins a wireless network.',
  },
} satisfies Record<`qr.${string}`, Message>;
