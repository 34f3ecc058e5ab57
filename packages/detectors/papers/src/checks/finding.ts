import { type Finding, format, type Severity } from '@jianzhen/evidence';
import type { Field } from '../fields/types.ts';
import { fieldLabel } from '../fields/words.ts';
import { around } from '../reading/regions.ts';
import type { RecognisedCharacter } from '../text.ts';
import { catalogue, type FindingCode } from './catalogue.ts';

/** Below this a contradiction is more likely the reading's than the paper's, and nobody is troubled with it. */
const WORTH_SAYING = 0.5;

export interface FindingParts {
  /** That the paper says so, not the reading alone, 0–1. */
  readonly probability: number;
  /** The characters that contradict. */
  readonly characters: readonly RecognisedCharacter[];
  readonly values: Readonly<Record<string, string | number>>;
  /** Where it is less grave than others of its code. */
  readonly severity?: Severity;
}

/** A finding of the catalogue, in an array for `flatMap`; none where the reading is the likelier cause. */
export function finding(
  code: FindingCode,
  { probability, characters, values, ...own }: FindingParts,
): Finding[] {
  if (!(probability >= WORTH_SAYING)) return [];
  const { severity, ...message } = catalogue[code];
  return [
    {
      code,
      severity: own.severity ?? severity,
      probability,
      region: around(characters.map(({ region }) => region)),
      message: format(message, values),
      signal: 'papers',
      values,
    },
  ];
}

/** What to call a field in a message: `{as}` in Chinese, by its label on the page where it has one, and `{as}En`. */
export function called(field: Field, as = 'label'): Record<string, string> {
  const { zh, en } = fieldLabel(field);
  return { [as]: field.label ?? zh, [`${as}En`]: en };
}
