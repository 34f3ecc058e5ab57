import { format, type Message } from '@jianzhen/evidence';
import { comparePictures, type PictureComparison } from './same-picture/index.ts';
import type { TemplateFingerprint } from './types.ts';
import { type PageAlignment, type Verification, verifyTemplate } from './verify/index.ts';

export interface TemplateComparison {
  /** Calibrated probabilities, 0–1. `samePicture` is 0 where a page's picture is unknown. */
  readonly sameTemplate: number;
  readonly samePicture: number;
  /** What was measured, for people who want to check. */
  readonly reasons: readonly Message[];
  /** How the first page lies over the second; null where they have too little in common. */
  readonly alignment: PageAlignment | null;
}

const messages = {
  nothing: { zh: '两页几乎没有相同的固定文字。', en: 'The pages have hardly any fixed text in common.' },
  placed: {
    zh: '对齐后 {share}% 的固定文字位置一致，平均偏差 {off} 个字高。',
    en: 'Once aligned, {share}% of the fixed text is at the same places, off by {off} of a line height on average.',
  },
  grown: {
    zh: '其中 {share}% 因表格或段落行数不同整体上下移动。',
    en: '{share}% of it moved up or down as a whole, since a list or paragraph is longer on one page.',
  },
  astray: {
    zh: '有 {count} 处相同的标签或标题位置不同。',
    en: '{count} labels or headings are on both pages, but at other places.',
  },
  rules: {
    zh: '{share}% 的表格线与横线位置一致。',
    en: '{share}% of the printed lines are at the same places.',
  },
  fills: {
    zh: '{share}% 的填写内容完全相同；填写处图像相关系数 {ink}。',
    en: '{share}% of the values are the same letter by letter; the ink of the pages correlates at {ink}.',
  },
} satisfies Record<string, Message>;

/** Compares two pages: one template? one picture of which only names and numbers were exchanged? */
export function compareTemplates(a: TemplateFingerprint, b: TemplateFingerprint): TemplateComparison {
  const verification = verifyTemplate(a, b);
  const { alignment, sameTemplate } = verification;
  const pictures = alignment && comparePictures(a.material, b.material, alignment);
  return {
    sameTemplate,
    // One picture is of one template, whatever a picture of two forms that look alike says.
    samePicture: (pictures?.samePicture ?? 0) * sameTemplate,
    reasons: reasonsOf(verification, pictures),
    alignment,
  };
}

const percent = (share: number): number => Math.round(100 * share);

function reasonsOf({ agreement, features }: Verification, pictures: PictureComparison | null): Message[] {
  if (agreement === null || features === null) return [messages.nothing];
  const { placed, grown, residual, astray } = agreement;
  const reasons = [format(messages.placed, { share: percent(placed + grown), off: residual.toFixed(2) })];
  if (grown > 0.02) reasons.push(format(messages.grown, { share: percent(grown / (placed + grown)) }));
  if (astray >= 1) reasons.push(format(messages.astray, { count: Math.round(astray) }));
  if (features.rules !== 0)
    reasons.push(format(messages.rules, { share: percent((features.rules + 1) / 2) }));
  if (pictures)
    reasons.push(
      format(messages.fills, {
        share: percent(pictures.features.fills),
        ink: pictures.features.ink.toFixed(2),
      }),
    );
  return reasons;
}
