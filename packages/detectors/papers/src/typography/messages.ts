import type { Message } from '@jianzhen/evidence';
import type { Deviation, Reference } from './deviations.ts';

/**
 * One text a deviation. `{text}`: the run; `{number}`: the number it stands in; `{own}`, `{low}`, `{high}`: measures. `print`: no single
 * measure stands out.
 */
export const MESSAGES: Record<Deviation | 'print', Message> = {
  size: {
    zh: '“{number}”中的“{text}”高 {own} 像素，{where}为 {low}–{high} 像素，字号不一致。',
    en: '“{text}” in “{number}” is {own} pixels high; {whereEn} are {low}–{high}: another size.',
  },
  weight: {
    zh: '“{number}”中的“{text}”笔画粗 {own} 像素，{where}为 {low}–{high} 像素，粗细不一致。',
    en: '“{text}” in “{number}” has strokes {own} pixels wide; {whereEn} have {low}–{high}: another weight.',
  },
  ink: {
    zh: '“{number}”中的“{text}”墨色深度为 {own} 级，{where}为 {low}–{high} 级，墨色不一致。',
    en: '“{text}” in “{number}” stands out from the paper by {own} grey levels; {whereEn} by {low}–{high}: another ink.',
  },
  colour: {
    zh: '“{number}”中的“{text}”偏色 {own}%，{where}为 {low}%–{high}%，墨水颜色不一致。',
    en: '“{text}” in “{number}” is tinted by {own}%; {whereEn} by {low}%–{high}%: ink of another colour.',
  },
  baseline: {
    zh: '“{number}”中的“{text}”偏离同行基线 {own} 像素，其余数字仅相差 {high} 像素以内。',
    en: '“{text}” in “{number}” stands {own} pixels off the base line; the others keep within {high}.',
  },
  spacing: {
    zh: '“{number}”中的“{text}”与相邻数字的间距相差 {own} 像素，一般不超过 {high} 像素，字距不一致。',
    en: '“{text}” in “{number}” is set {own} pixels off the usual distance between digits; {high} is common.',
  },
  face: {
    zh: '“{number}”中的“{text}”字形与本页其他相同数字差异明显，为一般差异的 {own} 倍，疑似另一种字体。',
    en: '“{text}” in “{number}” differs from the same digits elsewhere on the page {own} times as much as they do among themselves: another face.',
  },
  print: {
    zh: '“{number}”中的“{text}”与周围数字的印刷样式整体不一致；字号、粗细、墨色、位置等单项测量均不突出，请人工比对。',
    en: '“{text}” in “{number}” is printed unlike the digits about it as a whole; no single measure (size, weight, ink, place) stands out: compare by eye.',
  },
};

export const WHERE: Record<Reference, Message> = {
  line: { zh: '同行其余数字', en: 'the other digits of its line' },
  column: { zh: '同列（行）的数字', en: 'the digits of its column or row' },
  page: { zh: '本页同类数字', en: 'like digits on the page' },
};
