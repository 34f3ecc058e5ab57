/** One person on the exhibits of one case: what an exhibit says of the person against what the others say. */
import {
  agree,
  format,
  type Message,
  plainName,
  type ReadField,
  type Reading,
  type Subject,
} from '@jianzhen/evidence';
import type { PageFinding } from './model.ts';

export interface ReadPage {
  /** Name of the exhibit, for messages. */
  readonly exhibit: string;
  readonly page: number;
  readonly reading: Reading;
}

/** A value with a character below this confidence accuses nobody. */
const LEAST_CONFIDENCE = 0.9;

const subjectWords: Readonly<Record<Subject, Message>> = {
  name: { zh: '姓名', en: 'The name' },
  'identity-number': { zh: '身份证号', en: 'The ID number' },
  phone: { zh: '电话号码', en: 'The telephone number' },
  'bank-card': { zh: '银行卡号', en: 'The bank card' },
};

const message: Message = {
  zh: '{label}“{stated}”与本案材料“{source}”中的“{expected}”不一致。',
  en: '{labelEn} “{stated}” differs from “{expected}” in this case’s exhibit “{source}”.',
};

const plain = ({ subject, value }: ReadField): string =>
  subject === 'name' ? plainName(value) : value.replace(/\s/g, '').toUpperCase();

const sure = (pages: readonly ReadPage[]) =>
  pages.flatMap(({ exhibit, page, reading }) =>
    reading.fields
      .filter((field) => field.subject && field.confidence >= LEAST_CONFIDENCE)
      .map((field) => ({ exhibit, page, field, text: plain(field) })),
  );

/**
 * What pages of one exhibit say of the person otherwise than the case's other exhibits. A value that any of the others confirms
 * is taken as right; papers of relatives differ rightly, so the finding asks for a look and accuses nobody.
 */
export function identityMismatches(own: readonly ReadPage[], others: readonly ReadPage[]): PageFinding[] {
  const known = Map.groupBy(sure(others), ({ field }) => field.subject!);
  const found = new Map<string, PageFinding>();
  for (const { page, field, text } of sure(own)) {
    const rest = known.get(field.subject!) ?? [];
    if (rest.length === 0 || rest.some((other) => agree(text, other.text))) continue;
    const [other] = rest.toSorted((a, b) => b.field.confidence - a.field.confidence);
    const { zh: label, en: labelEn } = subjectWords[field.subject!];
    const values = { label, labelEn, stated: text, expected: other!.text, source: other!.exhibit };
    found.set(`${page} ${field.subject} ${text}`, {
      page,
      code: 'identity.mismatch',
      severity: 'medium',
      probability: field.confidence * other!.field.confidence,
      region: field.region,
      message: format(message, values),
      signal: 'papers',
      values: { stated: text, expected: other!.text, source: other!.exhibit },
    });
  }
  return [...found.values()];
}
