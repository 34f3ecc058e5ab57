import { type CodeKind, codeKindWords, format, type Message, type Risk } from '@jianzhen/evidence';

const DANGER: Message = {
  zh: '页面上的二维码（{zh}）很可能有害。{whyZh}',
  en: 'A QR code on the page ({en}) is probably harmful. {whyEn}',
};

/** What is dangerous about a code, by its weightiest reason. */
export function codeFinding(kind: CodeKind, { reasons }: Risk): Message {
  const { zh, en } = codeKindWords[kind];
  const why = reasons[0]?.message ?? { zh: '', en: '' };
  return format(DANGER, { zh, en, whyZh: why.zh, whyEn: why.en });
}
