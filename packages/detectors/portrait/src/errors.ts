import { defineErrors } from '@jianzhen/evidence';

/** Every coded error of this package. `which`: the card or the selfie, in the language of the text. */
export const errors = defineErrors({
  'portrait.not-installed': {
    zh: '人像比对模型没有安装：请安装可选依赖 @vladmandic/face-api，或用 JIANZHEN_FACE_MODELS 指定模型文件夹。其余功能不受影响。',
    en: 'The face model is not installed: install the optional dependency @vladmandic/face-api, or name a folder with its models by JIANZHEN_FACE_MODELS. Everything else works without it.',
    status: 501,
  },
  'portrait.model-unreadable': {
    zh: '人像比对模型无法加载：{detail}。',
    en: 'The face model cannot be loaded: {detail}.',
    status: 500,
  },
  'portrait.no-face': {
    zh: '{which}中没有找到人脸。请提供正面、清晰、光线充足的照片。',
    en: 'No face was found on {whichEn}. Give a clear frontal picture in good light.',
  },
  'portrait.several-faces': {
    zh: '{which}中有 {count} 张大小相近的人脸，无法确定比对哪一张。请提供只有本人的照片。',
    en: '{whichEn} shows {count} faces of about one size, so that nobody can tell which one is meant. Give a picture of the person alone.',
  },
  'portrait.too-small': {
    zh: '{which}中的人脸太小：宽 {pixels} 像素，至少需要 {least} 像素。请提供更大的照片或扫描件。',
    en: 'The face on {whichEn} is too small: {pixels} pixels wide, {least} are needed. Give a larger picture or scan.',
  },
  'portrait.too-blurred': {
    zh: '{which}中的人脸太模糊（清晰度 {sharpness}，至少需要 {least}）。请重新拍摄。',
    en: 'The face on {whichEn} is too blurred (sharpness {sharpness}, {least} is needed). Take the picture again.',
  },
});
