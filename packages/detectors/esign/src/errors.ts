import { defineErrors } from '@jianzhen/evidence';

export const errors = defineErrors({
  'esign.unsupported-file': {
    zh: '不是 PDF 或 OFD 文件，没有电子签名可验：{type}',
    en: 'Neither PDF nor OFD, so there is no electronic signature to verify: {type}',
  },
  'esign.malformed-asn1': {
    zh: '签名数据不是有效的 ASN.1 编码（第 {at} 字节：{problem}）',
    en: 'The signature data is no valid ASN.1 (byte {at}: {problem})',
  },
  'esign.malformed-certificate': {
    zh: '数字证书无法解析',
    en: 'The certificate cannot be parsed',
  },
  'esign.malformed-cms': {
    zh: '签名数据（CMS）无法解析',
    en: 'The signature data (CMS) cannot be parsed',
  },
  'esign.malformed-revocation': {
    zh: '吊销信息（CRL 或 OCSP）无法解析',
    en: 'Revocation data (CRL or OCSP) cannot be parsed',
  },
  'esign.malformed-trust': {
    zh: '信任文件 {name} 中没有可用的证书、CRL 或 OCSP 响应',
    en: 'The trust file {name} holds neither a certificate nor a CRL nor an OCSP response that can be used',
  },
  'esign.malformed-ses': {
    zh: '电子印章数据无法解析：{problem}',
    en: 'The data of the electronic seal cannot be parsed: {problem}',
  },
  'esign.too-large': {
    zh: '文件中的签名数据过大，为保护系统已拒绝检查',
    en: 'The signatures in the file are too large and were refused to protect the system',
  },
  'esign.description-too-large': {
    zh: '签名描述文件过大（{bytes} 字节，上限 {limit} 字节）',
    en: 'The description of the signature is too large ({bytes} bytes, at most {limit} are read)',
  },
  'esign.too-many-references': {
    zh: '签名引用的文件过多（{count} 个，上限 {limit} 个）',
    en: 'The signature refers to too many parts ({count}, at most {limit} are checked)',
  },
  'esign.too-many-signatures': {
    zh: '文件中的签名过多（{count} 个，上限 {limit} 个），为保护系统已拒绝检查',
    en: 'The file has too many signatures ({count}, at most {limit} are checked) and was refused to protect the system',
  },
});
