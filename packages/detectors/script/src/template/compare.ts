import { normalise } from '../normalise/index.ts';
import { createPlacer } from './place.ts';
import type { Template, TemplatePart, TemplateSpan } from './types.ts';

export interface TemplateComparison {
  /** Share of the template's constant units that the letter has, 0–1. */
  readonly share: number;
  /** All of the letter in turn. */
  readonly spans: readonly TemplateSpan[];
}

const OWN = 0;
const FILL = 1;
const CONSTANT = 2;
const KINDS = ['own', 'fill', 'template'] as const;

/** What of a letter is the template's, what is filled in, and what is its own. */
export function compareWithTemplate(template: Template, original: string): TemplateComparison {
  const normal = normalise(original);
  const placer = createPlacer(normal.text);
  const marks = new Uint8Array(normal.text.length);
  let [constant, found] = [0, 0];
  for (const parts of sentencesOfTemplate(template)) {
    const pattern = parts.map((part) => part.pattern).join('');
    const placement = placer.place(pattern);
    let unit = 0;
    for (const part of parts)
      for (const character of part.pattern.split('')) {
        const at = placement?.at[unit++] ?? -1;
        if (part.slot === null) constant++;
        if (at < 0) continue;
        const same = normal.text[at] === character;
        if (part.slot === null && same) found++;
        marks[at] = Math.max(marks[at]!, part.slot === null && same ? CONSTANT : part.slot ? FILL : OWN);
      }
  }
  return { share: constant === 0 ? 0 : found / constant, spans: spansOf(marks, normal, original.length) };
}

const sentencesOfTemplate = ({ parts }: Template): TemplatePart[][] => [
  ...Map.groupBy(parts, ({ sentence }) => sentence).values(),
];

/** Stretches of one mark; punctuation goes with what stands before it. */
function spansOf(
  marks: Uint8Array,
  { starts }: { readonly starts: Uint32Array },
  length: number,
): TemplateSpan[] {
  const spans: TemplateSpan[] = [];
  for (let unit = 0; unit < marks.length; unit++) {
    if (unit > 0 && marks[unit] === marks[unit - 1]) continue;
    const start = unit === 0 ? 0 : starts[unit]!;
    const last = spans.at(-1);
    if (last) spans[spans.length - 1] = { ...last, end: start };
    spans.push({ start, end: length, kind: KINDS[marks[unit]! as 0 | 1 | 2] });
  }
  return spans;
}
