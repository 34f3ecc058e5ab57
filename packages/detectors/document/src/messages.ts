import type { Message } from '@jianzhen/evidence';

/** What each signal saw, as half a sentence that the finding's reasons are made of. */
export const reasons: Readonly<Record<string, Message>> = {
  'double-jpeg': {
    zh: '此处的 JPEG 压缩次数与页面其余部分不同',
    en: 'it was JPEG-compressed another number of times than the rest',
  },
  'nonaligned-jpeg': {
    zh: '此处的旧 JPEG 网格与页面其余部分错位',
    en: 'its earlier JPEG grid is shifted against the rest',
  },
  'jpeg-grid': {
    zh: '此处的 8×8 压缩网格缺失或错位',
    en: 'the 8 × 8 compression grid is missing or shifted here',
  },
  'jpeg-history': {
    zh: '此处像素不符合页面原有的 JPEG 量化',
    en: 'its pixels do not fit the quantisation that the rest once passed',
  },
  'jpeg-ghost': { zh: '此处曾以另一质量保存过', en: 'it was once saved at another quality' },
  'copy-move': { zh: '此处与页面另一处像素相同', en: 'its pixels are those of another place on the page' },
  'line-noise': { zh: '此处噪声与相邻文字行不一致', en: 'its noise differs from that of the lines around' },
  'paper-noise': {
    zh: '此处纸面噪声与页面其余部分不一致',
    en: 'the noise of its paper does not go with the rest of the page',
  },
  'line-blur': {
    zh: '此处笔画的清晰度与相邻文字行不一致',
    en: 'its strokes are sharper or softer than those of the lines around',
  },
  'clean-background': {
    zh: '此处文字背景过于干净，像被擦除后重写',
    en: 'the paper here is too clean, as if erased and written over',
  },
  'ink-colour': { zh: '此处墨色与页面其他文字不同', en: 'its ink differs from that of the page' },
  'error-level': {
    zh: '此处重新压缩后的误差与页面其余部分不同',
    en: 'its error after recompression differs from the rest',
  },
  'file-structure': {
    zh: '文件结构显示此处内容被后来改动或覆盖',
    en: 'the file shows that this was changed or covered later',
  },
  metadata: { zh: '文件信息自相矛盾', en: 'what the file says of itself contradicts itself' },
  learned: {
    zh: '神经网络判断此处与页面其余部分的成像或压缩痕迹不一致',
    en: 'the network finds that its traces of capture and saving differ from the rest of the page',
  },
  luma: { zh: '此处的明暗与纹理异常', en: 'its brightness and texture stand out' },
};

export const messages = {
  altered: {
    zh: '该区域疑似被改动：{reasons}。',
    en: 'This area was probably altered: {reasons}.',
  },
} as const;
