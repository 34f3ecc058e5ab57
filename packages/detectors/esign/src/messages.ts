import type { Message } from '@jianzhen/evidence';
import { ofdMessages } from './ofd/messages.ts';

/** What can be held of a signature, in plain words. A reason's code is `esign.` and the key. */
export const messages = {
  // Form
  'cms-malformed': {
    zh: '签名数据结构不合规范，无法读取',
    en: 'The signature data is not formed as the standard asks and cannot be read',
  },
  'attribute-missing': {
    zh: '签名缺少必须的属性：{attribute}',
    en: 'The signature lacks an attribute that it must have: {attribute}',
  },
  'attribute-repeated': {
    zh: '签名属性重复出现，含义不明：{attribute}',
    en: 'A signed attribute occurs more than once, so its meaning is unclear: {attribute}',
  },
  'content-type-mismatch': {
    zh: '签名声明的内容类型（{claimed}）与实际（{actual}）不符',
    en: 'The type of content that was signed ({claimed}) is not that of the content ({actual})',
  },
  'content-embedded': {
    zh: '签名数据自带另一份内容，与文件内容不同',
    en: "The signature data carries content of its own, which is not the file's",
  },
  'content-missing': { zh: '找不到被签名的内容', en: 'What was signed cannot be found' },
  // Signer
  'signer-missing': {
    zh: '文件中没有签名人的数字证书',
    en: "The signer's certificate is not in the file",
  },
  'signer-mismatch': {
    zh: '签名所指定的证书与文件中的证书不一致，证书可能被替换',
    en: 'The certificate in the file is not the one that the signature names: it may have been exchanged',
  },
  // Hash and cryptography
  'hash-mismatch': {
    zh: '内容在签名之后被修改：摘要不一致（{digest}）',
    en: 'The content was changed after signing: its hash differs ({digest})',
  },
  'imprint-mismatch': {
    zh: '时间戳不是对此内容签发的，或内容在盖时间戳之后被修改',
    en: 'The timestamp is over something else, or the content was changed after it',
  },
  'digest-unsupported': {
    zh: '摘要算法不受支持：{oid}',
    en: 'The hash algorithm is not supported: {oid}',
  },
  'signature-invalid': {
    zh: '签名值不成立：不是该证书的持有人所签，或签名数据被改动（{algorithm}）',
    en: "The signature does not hold: not made with the certificate's key, or altered since ({algorithm})",
  },
  'signature-unsupported': {
    zh: '签名算法不受支持：{oid}',
    en: 'The signature algorithm is not supported: {oid}',
  },
  'algorithm-misnamed': {
    zh: '签名声明的算法是 {named}，实际使用的是 {used}',
    en: 'The signature names {named} as its algorithm, but was made with {used}',
  },
  'digest-not-allowed': {
    zh: '{scheme} 签名不允许使用摘要算法 {digest}',
    en: 'Signatures by {scheme} may not go with the hash {digest}',
  },
  'algorithm-weak': {
    zh: '签名所用的 {algorithm} 已不安全（自 {from} 起，依据 {source}）',
    en: 'The signature relies on {algorithm}, which is not safe since {from} ({source})',
  },
  'certificate-algorithm-weak': {
    zh: '证书“{name}”所用的 {algorithm} 已不安全（自 {from} 起，依据 {source}）',
    en: 'The certificate “{name}” relies on {algorithm}, which is not safe since {from} ({source})',
  },
  // Chain
  'no-trust': {
    zh: '证书不能追溯到任何受信任的根证书，签名人身份未经证实',
    en: 'No chain leads from the certificate to a trusted root: who signed is not established',
  },
  'chain-too-complex': {
    zh: '证书链过于复杂，未能全部检查',
    en: 'The chain of certificates is too complex to be searched in full',
  },
  'certificate-expired': {
    zh: '证书“{name}”已于 {date} 过期，且没有证据表明签名在此之前完成',
    en: 'The certificate “{name}” expired on {date}, and nothing proves that the signature is older',
  },
  'signed-after-expiry': {
    zh: '有证据表明签名在证书“{name}”于 {date} 过期之后才完成',
    en: 'It is proven that the signature was made after the certificate “{name}” expired on {date}',
  },
  'certificate-not-yet-valid': {
    zh: '证书“{name}”自 {date} 起才有效，签名却在此之前已存在',
    en: 'The certificate “{name}” is valid only from {date}, yet the signature existed before',
  },
  'claimed-time-outside': {
    zh: '签名人声称的签名时间（{time}）不在证书“{name}”的有效期内',
    en: 'The time of signing that the signer claims ({time}) lies outside the validity of the certificate “{name}”',
  },
  'claimed-time-late': {
    zh: '签名人声称的签名时间（{time}）晚于签名已存在的时间（{known}）',
    en: 'The time of signing that the signer claims ({time}) is later than a time at which the signature already existed ({known})',
  },
  'certificate-revoked': {
    zh: '证书“{name}”已于 {date} 被吊销，且没有证据表明签名在此之前完成',
    en: 'The certificate “{name}” was revoked on {date}, and nothing proves that the signature is older',
  },
  'signed-after-revocation': {
    zh: '有证据表明签名在证书“{name}”于 {date} 被吊销之后才完成',
    en: 'It is proven that the signature was made after the certificate “{name}” was revoked on {date}',
  },
  'revoked-later': {
    zh: '证书“{name}”在签名之后（{date}）被吊销，签名当时有效',
    en: 'The certificate “{name}” was revoked after the signature, on {date}: it was good at that time',
  },
  'certificate-on-hold': {
    zh: '证书“{name}”自 {date} 起被暂停使用',
    en: 'The certificate “{name}” is on hold since {date}',
  },
  'revocation-unknown': {
    zh: '没有可用的吊销信息，不能确认证书“{name}”是否被吊销',
    en: 'Without revocation data it is open whether the certificate “{name}” was revoked',
  },
  'revocation-stale': {
    zh: '证书“{name}”的吊销信息过旧（{date}），不能确认其后是否被吊销',
    en: 'Revocation data of the certificate “{name}” is too old ({date}) to tell',
  },
  'not-a-ca': {
    zh: '证书“{name}”无权签发其他证书',
    en: 'The certificate “{name}” may not issue certificates',
  },
  'path-too-long': {
    zh: '证书“{name}”不允许其下再有这么多级证书',
    en: 'The certificate “{name}” allows no chain of this length below it',
  },
  'key-usage': {
    zh: '证书“{name}”的用途不包括{use}',
    en: 'The certificate “{name}” is not meant for: {use}',
  },
  'name-not-allowed': {
    zh: '证书链中有机构签发了其无权签发的名称',
    en: 'An authority in the chain certified a name that it may not certify',
  },
  'policy-missing': {
    zh: '证书链中有机构要求声明证书策略，但没有一致的策略',
    en: 'An authority in the chain requires a certificate policy, and the chain has none in common',
  },
  'critical-extension': {
    zh: '证书“{name}”含有必须处理而本程序不认识的扩展：{oid}',
    en: 'The certificate “{name}” has a critical extension that is not known here: {oid}',
  },
  'chain-failure': {
    zh: '证书链检查未能完成：其中的证书或吊销信息无法读取',
    en: 'Checking the chain of certificates failed: a certificate or revocation data in it cannot be read',
  },
  // Time
  'timestamp-proves': {
    zh: '可信时间戳证明签名在 {time} 之前已存在',
    en: 'A trusted timestamp proves that the signature existed at {time}',
  },
  'timestamp-untrusted': {
    zh: '时间戳（{time}）本身完好，但其签发机构未被证实，不能作为证明',
    en: 'A timestamp ({time}) is sound but proves nothing, since its authority is not established',
  },
  'timestamp-broken': {
    zh: '时间戳（{time}）不成立',
    en: 'A timestamp ({time}) does not hold',
  },
  ...ofdMessages,
} as const satisfies Readonly<Record<string, Message>>;

export type MessageCode = keyof typeof messages;
