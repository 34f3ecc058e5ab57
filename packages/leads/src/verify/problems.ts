import { format, type Message } from '@jianzhen/evidence';

/** What can be wrong with a package; `{other}`, `{detail}` are filled in. */
const messages = {
  changed: { zh: '内容被改动（{detail} 不符）', en: 'its content was changed ({detail} differs)' },
  missing: { zh: '文件缺失', en: 'the file is missing' },
  added: { zh: '清单中没有这个文件：系后来添加', en: 'no manifest lists this file: it was added' },
  renamed: { zh: '文件被改名为“{other}”', en: 'the file was renamed to "{other}"' },
  swapped: { zh: '与“{other}”的内容互换', en: 'its content was swapped with that of "{other}"' },
  'hostile-name': { zh: '文件名不允许：{detail}', en: 'the name is not allowed: {detail}' },
  'not-plain': { zh: '不是普通文件：{detail}', en: 'not a plain file: {detail}' },
  unreadable: { zh: '无法读取：{detail}', en: 'cannot be read: {detail}' },
  'manifest-broken': {
    zh: '清单被改动，或不是本程序所写的格式',
    en: 'the manifest was changed, or is not as it was written',
  },
  'entry-wrong': {
    zh: '“{other}”的散列在本清单中被改动（另一份清单与文件相符）',
    en: 'its digest of "{other}" was changed (the other manifest agrees with the file)',
  },
  'manifests-differ': {
    zh: '“{other}”所列文件与本清单不同',
    en: 'it does not list the same files as "{other}"',
  },
  'declaration-wrong': { zh: '不是 BagIt 1.0 声明', en: 'not the declaration of BagIt 1.0' },
  'oxum-wrong': {
    zh: '文件总数或总字节数与 bag-info.txt 不符',
    en: 'the count or size of files is not what bag-info.txt says',
  },
  'statement-broken': { zh: '签名声明无法读取', en: 'the signed statement cannot be read' },
  'signature-wrong': {
    zh: '签名无效：声明被改动，或不是用所附密钥签的',
    en: 'the signature does not hold: the statement was changed, or the enclosed key is another',
  },
  'other-key': {
    zh: '不是用指定的密钥签名：所附密钥为 {detail}',
    en: 'it was not signed with the key given: the enclosed one is {detail}',
  },
  'signed-otherwise': {
    zh: '与签名声明中的散列不符：清单或说明文件在签名后被改写',
    en: 'the signed statement has another digest: the file was rewritten after signing',
  },
  'not-signed': { zh: '签名声明没有涵盖这个文件', en: 'the signed statement does not cover this file' },
  'copy-differs': { zh: '与声明中的内容不一致', en: 'it is not what the statement holds' },
  'timestamp-missing': {
    zh: '时间戳缺失（制作时有）',
    en: 'the time-stamp is missing, which was there when it was made',
  },
  'timestamp-wrong': { zh: '时间戳无效：{detail}', en: 'the time-stamp does not hold: {detail}' },
  'receipt-wrong': { zh: '移交凭据与本包不符：{detail}', en: 'the receipt is not of this package: {detail}' },
  'custody-broken': { zh: '保管记录的证明不成立：{detail}', en: 'the custody proof does not hold: {detail}' },
} as const satisfies Record<string, Message>;

export type ProblemCode = keyof typeof messages;

export interface Problem {
  readonly file: string;
  readonly code: ProblemCode;
  readonly message: Message;
}

/** @param values.detail one text for both languages, or one in each */
export function problem(
  file: string,
  code: ProblemCode,
  values: { readonly other?: string; readonly detail?: string | Message } = {},
): Problem {
  const { other = '', detail = '' } = values;
  const { zh, en } = typeof detail === 'string' ? { zh: detail, en: detail } : detail;
  const message = {
    zh: format(messages[code], { other, detail: zh }).zh,
    en: format(messages[code], { other, detail: en }).en,
  };
  return { file, code, message };
}
