import type { Message } from '@jianzhen/evidence';

/** `{value}`: measured; `{least}`, `{most}`: what the rule allows; `{tolerance}`: per cent allowed beyond; `{source}`: the rule. */
export const RULE_MESSAGES = {
  'seal.rule-shape': {
    zh: '印章为{value}，按规定应为{expected}（{source}）。',
    en: 'The seal is {valueEn}; the rule asks for {expectedEn} ({source}).',
  },
  'seal.rule-size': {
    zh: '印章{axis} {value} 毫米，规定为 {least}–{most} 毫米，容差 {tolerance}%（{source}）。',
    en: 'The seal’s {axisEn} is {value} mm; the rule allows {least}–{most} mm, give or take {tolerance}% ({source}).',
  },
  'seal.rule-aspect': {
    zh: '印章短轴与长轴之比为 {value}，规定为 {least}–{most}，容差 {tolerance}%（{source}）。',
    en: 'The short axis is {value} of the long one; the rule allows {least}–{most}, give or take {tolerance}% ({source}).',
  },
  'seal.rule-centre': {
    zh: '印章中央为{value}，按规定应为{expected}（{source}）。',
    en: 'The seal has {valueEn} in its centre; the rule asks for {expectedEn} ({source}).',
  },
  'seal.custom-centre': {
    zh: '专用章中央为{value}，专用章一般不刊五角星、应与公章有所区别（{source}）。各地做法不一，仅供参考。',
    en: 'This special-purpose seal has {valueEn} in its centre; it should differ from the main seal and mostly has no star ({source}). Places differ: a hint only.',
  },
  'seal.rule-colour': {
    zh: '印章颜色为{value}，按规定应为红色（{source}）。',
    en: 'The seal is {valueEn}; the rule asks for red ({source}).',
  },
  'seal.rule-rim': {
    zh: '印章边宽为长轴的 {value}%，规定为 {least}%–{most}%，容差 {tolerance}%（{source}）。',
    en: 'The rim is {value}% of the long axis wide; usual is {least}%–{most}%, give or take {tolerance}% ({source}).',
  },
  'seal.rule-star': {
    zh: '五角星直径为印章的 {value}%，通常为 {least}%–{most}%，容差 {tolerance}%（{source}）。',
    en: 'The star’s diameter is {value}% of the seal’s; usual is {least}%–{most}%, give or take {tolerance}% ({source}).',
  },
  'seal.rule-tax-number': {
    zh: '发票专用章中央所刊号码“{value}”不是 15 至 20 位的纳税人识别号（{source}）。',
    en: 'The number “{value}” across the invoice seal is no taxpayer number of 15 to 20 characters ({source}).',
  },
} satisfies Record<string, Message>;

export const SHAPE_WORDS: Readonly<Record<'circle' | 'ellipse' | 'square', Message>> = {
  circle: { zh: '圆形', en: 'round' },
  ellipse: { zh: '椭圆形', en: 'elliptical' },
  square: { zh: '方形', en: 'square' },
};

export const CENTRE_WORDS: Readonly<Record<'star' | 'emblem' | 'text' | 'none', Message>> = {
  star: { zh: '五角星', en: 'a star' },
  emblem: { zh: '国徽或徽标', en: 'an emblem' },
  text: { zh: '文字', en: 'text' },
  none: { zh: '空白', en: 'nothing' },
};

export const COLOUR_WORDS: Readonly<Record<'red' | 'blue' | 'purple' | 'grey', Message>> = {
  red: { zh: '红色', en: 'red' },
  blue: { zh: '蓝色', en: 'blue' },
  purple: { zh: '紫色', en: 'purple' },
  grey: { zh: '灰色', en: 'grey' },
};
