import { type CodedError, type Finding, format } from '@jianzhen/evidence';

const fact = (code: string, zh: string, en: string, values: Record<string, number> = {}): Finding => ({
  code,
  severity: 'info',
  probability: 1,
  region: null,
  message: format({ zh, en }, values),
});

export const messages = {
  brokenPage: ({ code, text }: CodedError): Finding => ({
    code,
    severity: 'info',
    probability: 1,
    region: null,
    message: text,
  }),
  tooSmall: (width: number, height: number): Finding =>
    fact(
      'page.too-small',
      '图像仅 {width}×{height} 像素，过小，无法判断。',
      'The picture has only {width} × {height} pixels: too small to judge.',
      { width, height },
    ),
  truncated: (): Finding =>
    fact(
      'page.truncated',
      '文件数据不完整：缺失部分以灰色填充，未能检测。',
      'The file ends early: what is missing is filled with grey and could not be examined.',
    ),
};
