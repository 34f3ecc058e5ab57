import type { Message } from '@jianzhen/evidence';

/** What this signal may say, by code. */
export const messages = {
  'document.image-editor': {
    zh: '图片信息写有图像编辑软件“{program}”（{field}）。仅凭这一点不能说明内容被改过。',
    en: 'The image names the editor “{program}” ({field}). That alone does not mean that its content was changed.',
  },
  'document.image-generator': {
    zh: '图片信息写有图像生成软件“{program}”（{field}）。',
    en: 'The image names the image generator “{program}” ({field}).',
  },
  'document.scanning-app': {
    zh: '图片经扫描软件“{program}”处理（{field}）。',
    en: 'The image went through the scanning app “{program}” ({field}).',
  },
  'document.dates-contradict': {
    zh: '图片中的时间自相矛盾：{first}（{firstField}）早于 {second}（{secondField}）。',
    en: 'The dates in the image contradict each other: {first} ({firstField}) is before {second} ({secondField}).',
  },
  'document.date-implausible': {
    zh: '图片中的时间 {date}（{field}）不可能属实。',
    en: 'The date {date} ({field}) in the image cannot be true.',
  },
  'document.dimensions-contradict': {
    zh: '图片信息记载的尺寸是 {claimed}，实际是 {actual}：拍摄后被裁剪或缩放过。',
    en: 'The image says that it has {claimed} pixels but has {actual}: it was cropped or resized after it was taken.',
  },
  'document.thumbnail-shape': {
    zh: '内嵌缩略图的长宽比与图片不同：图片在缩略图生成之后被裁剪或替换过。',
    en: 'The embedded thumbnail has another shape than the picture: the picture was cropped or replaced after it was made.',
  },
  'document.thumbnail-other': {
    zh: '内嵌缩略图与图片内容不符：图片在缩略图生成之后被替换过。',
    en: 'The embedded thumbnail shows something else than the picture: the picture was replaced after it was made.',
  },
  'document.thumbnail-differs': {
    zh: '内嵌缩略图在此处与图片不同：此处在缩略图生成之后被改动。',
    en: 'The embedded thumbnail shows something else here: this place was changed after the thumbnail was made.',
  },
  'document.jpeg-encoder': {
    zh: '从压缩方式看，文件最后由{encoder}保存（量化表：{tables}）。',
    en: 'By the way it is compressed, the file was last saved by {encoder} (quantisation tables: {tables}).',
  },
  'document.encoder-contradicts': {
    zh: '图片信息称由“{device}”拍摄，压缩方式却是{encoder}的：拍摄后经其他软件重新保存。',
    en: 'The image says that “{device}” took it, but it is compressed as by {encoder}: other software saved it again.',
  },
} as const satisfies Readonly<Record<string, Message>>;

export type Code = keyof typeof messages;
