import { format, type Message, type SubIndication } from '@jianzhen/evidence';
import type { Remark } from '../remark.ts';

/** What can be held of a signature in a PDF besides its cryptography. A reason's code is `esign.` and the key. */
const reasons = {
  'pdf-range-malformed': {
    zh: '签名没有给出有效的字节范围，无从知道它签了什么',
    en: 'The signature names no valid byte range, so that it is open what was signed',
  },
  'pdf-range-stretches': {
    zh: '签名的字节范围不是标准规定的前后两段',
    en: 'The byte range of the signature is not the two stretches that the standard asks for',
  },
  'pdf-range-outside-file': {
    zh: '签名的字节范围超出了文件',
    en: 'The byte range of the signature reaches beyond the file',
  },
  'pdf-range-not-from-start': {
    zh: '签名的字节范围没有从文件开头算起',
    en: 'The byte range of the signature does not begin at the start of the file',
  },
  'pdf-range-overlap': {
    zh: '签名的字节范围前后重叠',
    en: 'The stretches of the byte range overlap',
  },
  'pdf-range-gap': {
    zh: '签名的字节范围空出的不只是签名数据本身，其中可能藏有未签名的内容',
    en: 'The byte range leaves out more than the signature itself: unsigned content may hide in the gap',
  },
  'pdf-range-not-to-end': {
    zh: '签名的字节范围没有覆盖到签名时文件的末尾',
    en: 'The byte range ends before the end of what was saved when signing',
  },
  'pdf-too-many': {
    zh: '文件声称的签名过多，此签名未予验证',
    en: 'The file claims so many signatures that this one was not verified',
  },
  'pdf-encapsulated': {
    zh: '签名数据里另带了一份内容，而此种签名必须与内容分离',
    en: 'The signature carries content of its own, though its kind must be detached',
  },
  'pdf-several-signers': {
    zh: '一个签名里有 {count} 个签名人，标准只允许一个',
    en: 'One signature has {count} signers; the standard allows one',
  },
  'pdf-format-unknown': {
    zh: '签名声明的格式“{name}”不是标准格式，按 CMS 验证',
    en: 'The signature names a format that no standard knows (“{name}”); it was verified as CMS',
  },
  'pdf-format-outdated': {
    zh: '签名采用已废止的格式“{name}”',
    en: 'The signature is of a format that is withdrawn: “{name}”',
  },
  'pdf-orphan': {
    zh: '文件里有一个不属于任何签名域的签名',
    en: 'The signature belongs to no field of the form',
  },
  'pdf-not-current': {
    zh: '最新版本的表单里已没有这个签名',
    en: 'The form as it is now has this signature no more',
  },
  'pdf-several-fields': {
    zh: '{count} 个签名域引用了同一个签名',
    en: '{count} fields refer to this one signature',
  },
  'pdf-encrypted': {
    zh: '文件已加密，签名域的名称等文字无法读出',
    en: 'The file is encrypted, so that names and texts about the signature cannot be read',
  },
  'pdf-certified': {
    zh: '文件经过认证，允许的后续改动级别为 {level}（1 不许改动，2 可填表和签名，3 还可批注）',
    en: 'The document is certified; allowed afterwards: level {level} (1 nothing, 2 forms and signatures, 3 annotations too)',
  },
  'pdf-changed-forbidden': {
    zh: '签名之后文件被改动，且改动不为签名所允许：{change}',
    en: 'The document was changed after signing in a way that the signature does not allow: {change}',
  },
  'pdf-changed-permitted': {
    zh: '签名之后文件有允许的改动',
    en: 'The document was changed after signing, within what is allowed',
  },
} as const satisfies Readonly<Record<string, Message>>;

export type PdfReasonCode = keyof typeof reasons;

export function pdfRemark(
  code: PdfReasonCode,
  subIndication: SubIndication | null,
  values: Readonly<Record<string, string | number | Message>> = {},
): Remark {
  const inLanguage = (language: keyof Message) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'object' ? value[language] : value,
      ]),
    );
  const template = reasons[code];
  const message = {
    zh: format(template, inLanguage('zh')).zh,
    en: format(template, inLanguage('en')).en,
  };
  return { subIndication, reason: { code: `esign.${code}`, message } };
}

/** Findings about a file, by code without `esign.`. */
export const findings = {
  'altered-after-signing': {
    zh: '“{name}”签名之后，文件被违规改动：{change}',
    en: 'After “{name}” had signed, the document was altered: {change}',
  },
  'not-intact': {
    zh: '“{name}”的签名不成立，文件内容在签名后被改动或签名系伪造：{reason}',
    en: 'The signature of “{name}” does not hold; the content was changed or the signature forged: {reason}',
  },
  'byte-range': {
    zh: '“{name}”的签名范围异常，可能夹带未签名的内容：{reason}',
    en: 'What the signature of “{name}” covers is abnormal; unsigned content may be smuggled in: {reason}',
  },
  'covers-part-only': {
    zh: '“{name}”的签名只覆盖了文件的一部分',
    en: 'The signature of “{name}” covers only a part of the document',
  },
  'annotated-after-signing': {
    zh: '“{name}”签名之后添加了会显示内容的批注，请核对是否遮盖原文',
    en: 'After “{name}” had signed, annotations that show content were added; see whether they cover anything',
  },
  'filled-after-signing': {
    zh: '“{name}”签名之后又填写了表单：{fields}',
    en: 'After “{name}” had signed, form fields were filled in: {fields}',
  },
  'not-verifiable': {
    zh: '“{name}”的签名无法验证：{reason}',
    en: 'The signature of “{name}” cannot be verified: {reason}',
  },
  'signature-valid': {
    zh: '“{name}”的电子签名完好，签名后无违规改动',
    en: 'The electronic signature of “{name}” is intact, and nothing forbidden was changed since',
  },
} as const satisfies Readonly<Record<string, Message>>;

export type PdfFindingCode = keyof typeof findings;
