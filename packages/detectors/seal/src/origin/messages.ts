import type { Message } from '@jianzhen/evidence';

/** One text a reason; values are measures as told there. */
export const ORIGIN_MESSAGES = {
  'seal.origin-even': {
    zh: '印色浓淡均匀：笔画内浓度起伏仅 {value}%，盖印通常在 {usual}% 以上。',
    en: 'The colour is even: density within strokes varies by {value}% only; stamped ink mostly by more than {usual}%.',
  },
  'seal.origin-uneven': {
    zh: '印色浓淡不匀：笔画内浓度起伏 {value}%，符合盖印时压力不均。',
    en: 'The ink is uneven: density within strokes varies by {value}%, as uneven pressure makes it.',
  },
  'seal.origin-hides-print': {
    zh: '印章笔画遮住了下方的文字：交叉处只透出 {value}%，符合图层覆盖，油墨一般可透出文字。',
    en: 'The strokes hide the print beneath: {value}% of it shows at crossings, as under a layer; ink lets print show.',
  },
  'seal.origin-print-through': {
    zh: '印章与文字交叉处透出文字 {value}%，符合油墨叠加。',
    en: 'Where the seal crosses print, {value}% of it shows through, as with ink.',
  },
  'seal.origin-quiet': {
    zh: '印章笔画内的噪声是周围纸面的 {value} 倍，印章与纸面可能不是同一次拍摄或扫描所得。',
    en: 'Noise within the strokes is {value} times that of the paper: seal and paper may not be of one capture.',
  },
  'seal.origin-halo': {
    zh: '印章笔画周围纸色比远处亮 {value} 级，疑似抠图残留。',
    en: 'Paper close to the strokes is {value} grey levels lighter than farther off: what a cut-out leaves.',
  },
  'seal.origin-sharp': {
    zh: '印章边缘的锐度是本页印刷文字的 {value} 倍，疑似后期加入。',
    en: 'The seal’s edges are {value} times as sharp as the page’s print: added after the capture, it seems.',
  },
  'seal.origin-drawn': {
    zh: '印章由程序绘制（边缘整齐、无漏印）。仅凭图像无法区分粘贴的印章图片与电子签章的显示外观，须看文件是否带有有效签名。',
    en: 'The seal was drawn by a program (clean edges, no gaps). Pixels alone cannot tell a pasted picture from the appearance of an electronic seal: that takes a valid signature in the file.',
  },
  'seal.origin-ink-whole': {
    zh: '没有哪一项指标单独突出；综合各项指标与像素纹理，更像盖印。',
    en: 'No single measure stands out; all of them and the texture of its pixels together look like a stamp’s.',
  },
  'seal.origin-layer-whole': {
    zh: '没有哪一项指标单独突出；综合各项指标与像素纹理，更像后期贴入，请以原件核对。',
    en: 'No single measure stands out; all of them and the texture of its pixels together look laid in: hold it against the original.',
  },
  'seal.origin-unsure': {
    zh: '印章过小、过淡或残缺（直径 {value} 像素），无法判断盖印方式。',
    en: 'The seal is too small, faint or incomplete ({value} pixels across) to tell how it was made.',
  },
} satisfies Record<string, Message>;
