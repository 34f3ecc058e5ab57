import type { CodeKind, RiskLevel } from './schemas/code.ts';
import type { Severity } from './schemas/finding.ts';
import type { GangRole } from './schemas/gang.ts';
import type { Message } from './schemas/message.ts';
import type { Seal } from './schemas/seal.ts';
import type { Signature } from './schemas/signature.ts';
import type { TraceKind } from './schemas/trace.ts';
import type { Verdict } from './schemas/verdict.ts';
import type { VoiceChannel, VoiceprintKind, VoiceQuality } from './schemas/voice.ts';

/** Verdicts as every surface calls them: terminal, report and console. */
export const verdictWords: Readonly<Record<Verdict, Message>> = {
  genuine: { zh: '未见伪造', en: 'Appears genuine' },
  suspicious: { zh: '可疑', en: 'Suspicious' },
  forged: { zh: '伪造', en: 'Forged' },
  unreadable: { zh: '无法读取', en: 'Unreadable' },
};

export const severityWords: Readonly<Record<Severity, Message>> = {
  high: { zh: '严重', en: 'High' },
  medium: { zh: '中等', en: 'Medium' },
  low: { zh: '轻微', en: 'Low' },
  info: { zh: '提示', en: 'Note' },
};

/** Instead of a sentence that the finding before says word for word. */
export const sameAsAbove: Message = { zh: '同上', en: 'The same as above' };

/** Names of metadata as users know them; a name that is not here is shown as it stands in the file. */
export const metadataWords: Readonly<Record<string, Message>> = {
  Make: { zh: '设备厂商', en: 'Make' },
  Model: { zh: '设备型号', en: 'Model' },
  Software: { zh: '软件', en: 'Software' },
  CreatorTool: { zh: '创建工具', en: 'Creator tool' },
  DateTimeOriginal: { zh: '拍摄时间', en: 'Taken at' },
  CreateDate: { zh: '创建时间', en: 'Created at' },
  DateTimeDigitized: { zh: '数字化时间', en: 'Digitised at' },
  ModifyDate: { zh: '修改时间', en: 'Modified at' },
  DateTime: { zh: '修改时间', en: 'Modified at' },
  producer: { zh: 'PDF 生成程序', en: 'PDF producer' },
  creator: { zh: 'PDF 来源程序', en: 'PDF creator' },
  createdAt: { zh: '创建时间', en: 'Created at' },
  modifiedAt: { zh: '修改时间', en: 'Modified at' },
  pdfVersion: { zh: 'PDF 版本', en: 'PDF version' },
  revisions: { zh: '保存次数', en: 'Saves' },
};

export const indicationWords: Readonly<Record<Signature['indication'], Message>> = {
  'TOTAL-PASSED': { zh: '有效', en: 'Valid' },
  'TOTAL-FAILED': { zh: '无效', en: 'Invalid' },
  INDETERMINATE: { zh: '无法确定', en: 'Indeterminate' },
};

export const changesWords: Readonly<Record<Signature['changesAfterSigning'], Message>> = {
  none: { zh: '签署后未改动', en: 'Unchanged since it was signed' },
  permitted: { zh: '签署后只有允许的改动', en: 'Only permitted changes since it was signed' },
  forbidden: { zh: '签署后被改动', en: 'Altered since it was signed' },
};

export const originWords: Readonly<Record<Seal['origin'], Message>> = {
  ink: { zh: '印泥盖印', en: 'Stamped with ink' },
  pasted: { zh: '图片粘贴', en: 'Pasted as a picture' },
  esign: { zh: '程序绘制的电子印章', en: 'Drawn by a program, as electronic seals are' },
  unknown: { zh: '无法判断', en: 'Cannot be told' },
};

/** What people call the parts of a signature and of a seal. */
export const signatureWords = {
  signatures: { zh: '电子签名', en: 'Electronic signatures' },
  signer: { zh: '签名人', en: 'Signer' },
  issuer: { zh: '颁发者', en: 'Issuer' },
  seal: { zh: '电子印章', en: 'Electronic seal' },
  signedAt: { zh: '签署时间（自称）', en: 'Signed at, as claimed' },
  provenAt: { zh: '签署时间（时间戳）', en: 'Signed at, by timestamp' },
  algorithm: { zh: '算法', en: 'Algorithm' },
  intact: { zh: '签名完好', en: 'Signature intact' },
  notIntact: { zh: '签名不符', en: 'Signature broken' },
  unverified: { zh: '签名未能验证', en: 'Signature could not be verified' },
  whole: { zh: '覆盖整个文件', en: 'Covers the whole file' },
  part: { zh: '只覆盖文件的一部分', en: 'Covers only a part of the file' },
  none: { zh: '没有电子签名', en: 'No electronic signature' },
} as const satisfies Record<string, Message>;

export const sealWords = {
  seals: { zh: '印章', en: 'Seals' },
  unread: { zh: '印文无法识读', en: 'Text cannot be read' },
  subtitle: { zh: '下方文字', en: 'Lower line' },
  code: { zh: '防伪编码', en: 'Anti-forgery code' },
  taxNumber: { zh: '税号', en: 'Tax number' },
  numberSure: { zh: '号码识读把握', en: 'Certainty of the number' },
  origin: { zh: '成印方式', en: 'Made how' },
  forgery: { zh: '伪造概率', en: 'Probability of forgery' },
} as const satisfies Record<string, Message>;

export const riskWords: Readonly<Record<RiskLevel, Message>> = {
  safe: { zh: '未见风险', en: 'No risk seen' },
  caution: { zh: '谨慎', en: 'Caution' },
  danger: { zh: '危险', en: 'Danger' },
};

export const codeKindWords: Readonly<Record<CodeKind, Message>> = {
  url: { zh: '网址', en: 'Web address' },
  'wechat-pay': { zh: '微信支付', en: 'WeChat Pay' },
  'wechat-collect': { zh: '微信收款码', en: 'WeChat collection code' },
  'wechat-bind': { zh: '微信绑卡', en: 'Card binding in WeChat' },
  'wechat-add': { zh: '加微信', en: 'Contact in WeChat' },
  'wechat-group': { zh: '微信群', en: 'Group in WeChat' },
  wechat: { zh: '微信', en: 'WeChat' },
  alipay: { zh: '支付宝', en: 'Alipay' },
  'alipay-pay': { zh: '支付宝付款', en: 'Payment by Alipay' },
  unionpay: { zh: '银联云闪付', en: 'UnionPay' },
  ecny: { zh: '数字人民币', en: 'Digital yuan' },
  'emv-merchant': { zh: '商户收款码（EMV）', en: 'EMV merchant code' },
  'merchant-pay': { zh: '聚合收款码', en: 'Merchant code for several wallets' },
  'qq-add': { zh: '加 QQ', en: 'Contact in QQ' },
  'qq-group': { zh: 'QQ 群', en: 'Group in QQ' },
  'qq-pay': { zh: 'QQ 钱包收款', en: 'QQ Wallet collection code' },
  qq: { zh: 'QQ', en: 'QQ' },
  'chat-add': { zh: '其他聊天软件联系人', en: 'Contact in another chat' },
  'chat-group': { zh: '其他聊天软件群', en: 'Group in another chat' },
  login: { zh: '扫码登录', en: 'Sign-in' },
  meeting: { zh: '在线会议', en: 'Online meeting' },
  'app-download': { zh: '应用下载', en: 'App download' },
  'app-link': { zh: '应用跳转', en: 'Link that opens an app' },
  script: { zh: '脚本', en: 'Script' },
  wifi: { zh: '无线网络', en: 'Wireless network' },
  contact: { zh: '名片', en: 'Business card' },
  tel: { zh: '电话', en: 'Telephone' },
  sms: { zh: '短信', en: 'SMS' },
  email: { zh: '邮件', en: 'E-mail' },
  geo: { zh: '地理位置', en: 'Place' },
  calendar: { zh: '日程', en: 'Calendar' },
  otpauth: { zh: '动态验证码密钥', en: 'Key of one-time passwords' },
  crypto: { zh: '虚拟货币', en: 'Cryptocurrency' },
  text: { zh: '文本', en: 'Text' },
  binary: { zh: '二进制数据', en: 'Binary data' },
};

export const codeWords = {
  codes: { zh: '二维码', en: 'QR codes' },
  carries: { zh: '内容', en: 'Carries' },
  risk: { zh: '风险', en: 'Risk' },
} as const satisfies Record<string, Message>;

export const speakerWords: Readonly<Record<VoiceChannel['speaker'], Message>> = {
  customer: { zh: '客户', en: 'Customer' },
  agent: { zh: '坐席', en: 'Agent' },
};

export const voiceprintKindWords: Readonly<Record<VoiceprintKind, Message>> = {
  customer: { zh: '客户登记', en: 'Customer' },
  watch: { zh: '关注名单', en: 'Watch-list' },
  staff: { zh: '坐席', en: 'Staff' },
  call: { zh: '其他来电', en: 'Other call' },
};

export const bandWords: Readonly<Record<VoiceQuality['band'], Message>> = {
  telephone: { zh: '电话带宽', en: 'Telephone' },
  wide: { zh: '宽带', en: 'Wide band' },
};

export const voiceWords = {
  voices: { zh: '声音', en: 'Voices' },
  channel: { zh: '声道', en: 'Channel' },
  speech: { zh: '有效语音', en: 'Net speech' },
  level: { zh: '语音电平', en: 'Level of speech' },
  snr: { zh: '信噪比', en: 'Signal to noise' },
  clipped: { zh: '削波', en: 'Clipped' },
  band: { zh: '带宽', en: 'Band' },
  soundsLike: { zh: '像谁的声音', en: 'Sounds like' },
  nobody: { zh: '没有相近的声纹', en: 'No voiceprint is like it' },
  notCompared: { zh: '未比对', en: 'Not compared' },
  ratio: { zh: '对数似然比', en: 'Log-likelihood ratio' },
  unknownPerson: { zh: '身份不明', en: 'Nobody known' },
} as const satisfies Record<string, Message>;

/** Kinds of traces as people call them. */
export const traceKindWords: Readonly<Record<TraceKind, Message>> = {
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

export const roleWords: Readonly<Record<GangRole, Message>> = {
  forger: { zh: '制假窝点', en: 'Forger' },
  agency: { zh: '中介团伙', en: 'Agency' },
  ring: { zh: '小团伙', en: 'Ring' },
};
