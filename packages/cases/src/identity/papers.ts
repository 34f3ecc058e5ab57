/** One person on the exhibits of one case: what an exhibit says of the person against what the others say. */
import {
  type Comparison,
  compareValues,
  format,
  maskedPair,
  plainValue,
  type ReadField,
  type Reading,
  type Severity,
  type Subject,
} from '@jianzhen/evidence';
import type { PageFinding } from '../model.ts';
import { messages, subjectWords } from './messages.ts';

export interface ReadPage {
  /** Name of the exhibit, for messages. */
  readonly exhibit: string;
  readonly page: number;
  readonly reading: Reading;
}

/** A value with a character below this confidence accuses nobody. */
const LEAST_CONFIDENCE = 0.9;
/** Where one misread character would explain the difference, both readings must be this sure. */
const SURE = 0.97;

/** People have several telephones and cards; even another name may rightly be a relative's, so nothing here is grave. */
const SEVERITY: Readonly<Record<Subject, Severity>> = {
  name: 'medium',
  'identity-number': 'medium',
  phone: 'low',
  'bank-card': 'low',
};

interface Stated {
  readonly exhibit: string;
  readonly page: number;
  readonly field: ReadField;
}

const bySubject = (pages: readonly ReadPage[]) =>
  Map.groupBy(
    pages.flatMap(({ exhibit, page, reading }) =>
      reading.fields
        .filter(({ subject, confidence }) => subject !== null && confidence >= LEAST_CONFIDENCE)
        .map((field): Stated => ({ exhibit, page, field })),
    ),
    ({ field }) => field.subject!,
  );

/** Whether two values that are not the same accuse: a lost character never, a changed one only where both are surely read. */
function accuses(subject: Subject, own: ReadField, other: ReadField, result: Comparison): boolean {
  if (result !== 'near') return result === 'other';
  const [a, b] = [plainValue(subject, own.value), plainValue(subject, other.value)];
  return a.length === b.length && Math.min(own.confidence, other.confidence) >= SURE;
}

/**
 * What pages of one exhibit say of the person otherwise than the case's other exhibits. A value that any of the others confirms
 * is taken as right, and others of its sort beside it as those of relatives or partners; the finding asks for a look and accuses
 * nobody.
 */
export function identityMismatches(own: readonly ReadPage[], others: readonly ReadPage[]): PageFinding[] {
  const known = bySubject(others);
  return [...bySubject(own)].flatMap(([subject, values]) => {
    const rest = known.get(subject) ?? [];
    const compared = values.map(({ page, field }) => ({
      page,
      field,
      results: rest.map((other) => ({
        other,
        result: compareValues(subject, field.value, other.field.value),
      })),
    }));
    if (compared.some(({ results }) => results.some(({ result }) => result === 'same'))) return [];
    const found = new Map<string, PageFinding>();
    for (const { page, field, results } of compared) {
      const comparable = results.filter(({ result }) => result !== 'incomparable');
      if (comparable.length === 0) continue;
      if (!comparable.every(({ other, result }) => accuses(subject, field, other.field, result))) continue;
      const [best] = comparable.toSorted((a, b) => b.other.field.confidence - a.other.field.confidence);
      found.set(`${page} ${plainValue(subject, field.value)}`, mismatch(subject, page, field, best!.other));
    }
    return [...found.values()];
  });
}

function mismatch(subject: Subject, page: number, field: ReadField, other: Stated): PageFinding {
  const { zh: label, en: labelEn } = subjectWords[subject];
  const values = { ...maskedPair(subject, field.value, other.field.value), source: other.exhibit };
  return {
    page,
    code: 'identity.mismatch',
    severity: SEVERITY[subject],
    probability: field.confidence * other.field.confidence,
    region: field.region,
    message: format(messages.papers, { label, labelEn, ...values }),
    signal: 'papers',
    values: { subject, ...values },
  };
}
