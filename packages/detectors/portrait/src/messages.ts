import { format, type Message } from '@jianzhen/evidence';
import type { PortraitReason } from './types.ts';

export const which = {
  card: { which: '证件照片', whichEn: 'the card' },
  selfie: { which: '自拍照', whichEn: 'the selfie' },
} as const;

const reasons = {
  'portrait.near': {
    zh: '两张人脸的距离为 {distance}，不超过阈值 {threshold}：很可能是同一人。',
    en: 'The faces are {distance} apart, within the threshold of {threshold}: probably one person.',
  },
  'portrait.far': {
    zh: '两张人脸的距离为 {distance}，超过阈值 {threshold}：可能不是同一人。',
    en: 'The faces are {distance} apart, beyond the threshold of {threshold}: perhaps two persons.',
  },
  'portrait.borderline': {
    zh: '距离接近阈值，结论不稳定，请人工核对。',
    en: 'The distance is close to the threshold, so that this may turn out either way: have a person look.',
  },
  'portrait.advice-only': {
    zh: '仅供参考：模型的公开指标来自网络照片，未在证件照上测定；翻拍、双胞胎与多年前的照片都可能误判。',
    en: 'Advice only: the published figures are of photographs from the web, not of cards. Twins, old pictures and pictures of pictures may mislead it.',
  },
} as const satisfies Readonly<Record<string, Message>>;

export const reason = (
  code: keyof typeof reasons,
  values: Readonly<Record<string, string>> = {},
): PortraitReason => ({ code, message: format(reasons[code], values) });
