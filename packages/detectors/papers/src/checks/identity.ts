/** One person on several papers: names and numbers against the case's other exhibits and the lender's record. */
import {
  compareValues,
  differences,
  type Finding,
  maskedPair,
  type PersonSubject,
  plainValue,
  valuesOf,
} from '@jianzhen/evidence';
import type { Field } from '../fields/types.ts';
import { differOnPaper, readRight } from '../reading/trust.ts';
import { organisationSimilarity } from '../rules/people/organisation.ts';
import type { RecognisedCharacter } from '../text.ts';
import { called, finding } from './finding.ts';
import type { Check, CheckContext, Reading } from './types.ts';

/** A value that comes with no picture is taken as it is. */
const typed = (text: string): RecognisedCharacter => ({
  text,
  confidence: 1,
  region: { x: 0, y: 0, width: 0, height: 0 },
});

const SUBJECTS: ReadonlySet<string> = new Set<PersonSubject>([
  'name',
  'identity-number',
  'phone',
  'bank-card',
]);

/** What of a person a field states; null where it is no such thing. */
const subjectOf = ({ type }: Pick<Field, 'type'>): PersonSubject | null =>
  SUBJECTS.has(type) ? (type as PersonSubject) : null;

/**
 * That two values which differ differ on paper, 0–1: a slip in each differing place would have to explain it. A character lost or
 * gained is likelier the reading's doing, or that of a name cut short.
 */
function otherProbability(
  field: Field,
  subject: PersonSubject,
  other: string,
  model: CheckContext['model'],
): number {
  const own = plainValue(subject, field.value);
  const expected = [...plainValue(subject, other)];
  const places = differences(own, expected.join(''));
  if (places === null || [...own].length !== field.characters.length)
    return compareValues(subject, own, other) === 'near' ? 0 : readRight(field.characters, model);
  return differOnPaper(
    places
      .filter((i) => expected[i] !== '*' && field.characters[i]!.text !== '*')
      .map((i) => [field.characters[i]!, typed(expected[i]!)] as const),
    model,
  );
}

/** People have several telephones and cards: another one is worth a look, and no more. */
const seldomGrave = (subject: PersonSubject) =>
  subject === 'phone' || subject === 'bank-card' ? { severity: 'low' as const } : {};

/** Fields that speak of the person, by what they state. */
const stated = ({ fields, specs }: Reading) =>
  Map.groupBy(
    fields.filter(({ name }) => specs.some((spec) => spec.name === name && spec.subject === true)),
    subjectOf,
  );

/**
 * What a page says of the person otherwise than the record. Where one of its values is on record, others of the sort are those of
 * relatives or partners and accuse nobody; nor does what cannot be compared.
 */
export const identityMismatches: Check = (reading, { identities, model }) =>
  [...stated(reading)].flatMap(([subject, fields]) =>
    (subject ? (identities ?? []) : []).flatMap((identity): Finding[] => {
      const known = valuesOf(identity, subject!);
      const compared = fields.map((field) => ({
        field,
        results: known.map((value) => ({ value, result: compareValues(subject!, field.value, value) })),
      }));
      if (compared.some(({ results }) => results.some(({ result }) => result === 'same'))) return [];
      return compared.flatMap(({ field, results }): Finding[] => {
        const others = results.flatMap(({ value, result }) => (result === 'incomparable' ? [] : value));
        if (others.length === 0) return [];
        const pairs = others.map((value) => maskedPair(subject!, field.value, value));
        return finding('identity.mismatch', {
          probability: Math.min(...others.map((value) => otherProbability(field, subject!, value, model))),
          characters: field.characters,
          ...seldomGrave(subject!),
          values: {
            ...called(field),
            subject: subject!,
            stated: pairs[0]!.stated,
            expected: pairs.map(({ expected }) => expected).join('、'),
            source: identity.source,
          },
        });
      });
    }),
  );

/** The same thing of the same person said twice on a page, and not alike. */
export const repeatedValues: Check = ({ fields, specs }, { model }) =>
  specs.flatMap(({ name, many, subject: speaks }): Finding[] => {
    if (!many || !speaks) return [];
    const [first, ...others] = fields.filter((field) => field.name === name);
    const subject = first && subjectOf(first);
    if (!first || !subject) return [];
    return others.flatMap((other): Finding[] => {
      const result = compareValues(subject, first.value, other.value);
      if (result === 'same' || result === 'incomparable') return [];
      const [a, b] = [plainValue(subject, first.value), plainValue(subject, other.value)];
      const places = differences(a, b);
      const aligned = places && a.length === first.characters.length && b.length === other.characters.length;
      const probability = aligned
        ? differOnPaper(
            places.map((i) => [first.characters[i]!, other.characters[i]!] as const),
            model,
          )
        : readRight(first.characters, model) * readRight(other.characters, model);
      const shown = maskedPair(subject, a, b);
      return finding('papers.repeated-value-differs', {
        probability,
        characters: other.characters,
        values: { ...called(other), first: shown.stated, second: shown.expected },
      });
    });
  });

/** Names below this likeness are of other organisations; a ward, a branch or a missing province stay above. */
const SAME_ORGANISATION = 0.6;

export const sealsAgree: Check = ({ fields, checks }, { seals, model }) =>
  checks.flatMap((check): Finding[] => {
    if (check.rule !== 'seal' || !seals?.length) return [];
    const organisation = fields.find(({ name }) => name === check.organisation);
    if (!organisation) return [];
    const scored = seals
      .map((seal) => ({ seal, similarity: organisationSimilarity(organisation.value, seal) }))
      .sort((a, b) => b.similarity - a.similarity);
    const best = scored[0]!;
    if (best.similarity >= SAME_ORGANISATION) return [];
    return finding('papers.organisation-seal-mismatch', {
      probability: readRight(organisation.characters, model) * (1 - best.similarity / 2),
      characters: organisation.characters,
      values: {
        organisation: organisation.value,
        seal: best.seal,
        similarity: Number(best.similarity.toFixed(2)),
      },
    });
  });
