/** One person on several papers: names and numbers against the case's other exhibits and the lender's record. */
import { agree, differences, type Finding, type Identity, plainName } from '@jianzhen/evidence';
import type { Field } from '../fields/types.ts';
import { differOnPaper, readRight } from '../reading/trust.ts';
import { organisationSimilarity } from '../rules/people/organisation.ts';
import type { RecognisedCharacter } from '../text.ts';
import { called, finding } from './finding.ts';
import type { Check, CheckContext } from './types.ts';

/** A value that comes with no picture is taken as it is. */
const typed = (text: string): RecognisedCharacter => ({
  text,
  confidence: 1,
  region: { x: 0, y: 0, width: 0, height: 0 },
});

const subjects: Partial<Record<Field['type'], (identity: Identity) => readonly string[]>> = {
  name: ({ names }) => names,
  'identity-number': ({ identityNumbers }) => identityNumbers,
  phone: ({ phones }) => phones,
  'bank-card': ({ bankCards }) => bankCards,
};

const plain = (field: Pick<Field, 'type'>, text: string) =>
  field.type === 'name' ? plainName(text) : text.replace(/\s/g, '').toUpperCase();

/** That a field says something else than a value, 0–1: a slip in each differing place would have to explain it. */
function otherProbability(field: Field, other: string, model: CheckContext['model']): number {
  const own = [...plain(field, field.value)];
  const places = differences(own.join(''), other);
  if (places === null || own.length !== field.characters.length) return readRight(field.characters, model);
  const expected = [...other];
  return differOnPaper(
    places.map((i) => [field.characters[i]!, typed(expected[i]!)] as const),
    model,
  );
}

export const identityMismatches: Check = ({ fields, specs }, { identities, model }) =>
  (identities ?? []).flatMap((identity) =>
    fields.flatMap((field): Finding[] => {
      const subject = specs.some(({ name, subject }) => name === field.name && subject === true);
      const expected = subject
        ? (subjects[field.type]?.(identity) ?? []).map((value) => plain(field, value))
        : [];
      const stated = plain(field, field.value);
      if (expected.length === 0 || expected.some((value) => agree(stated, value))) return [];
      const probability = Math.min(...expected.map((value) => otherProbability(field, value, model)));
      return finding('identity.mismatch', {
        probability,
        characters: field.characters,
        values: { ...called(field), stated, expected: expected.join('、'), source: identity.source },
      });
    }),
  );

/** The same thing of the same person said twice on a page, and not alike. */
export const repeatedValues: Check = ({ fields, specs }, { model }) =>
  specs.flatMap(({ name, many, subject, type }): Finding[] => {
    if (!many || !subject || !(type in subjects)) return [];
    const [first, ...others] = fields.filter((field) => field.name === name);
    return others.flatMap((other): Finding[] => {
      const [a, b] = [plain(first!, first!.value), plain(other, other.value)];
      if (agree(a, b)) return [];
      const places = differences(a, b);
      const aligned = places && a.length === first!.characters.length && b.length === other.characters.length;
      const probability = aligned
        ? differOnPaper(
            places.map((i) => [first!.characters[i]!, other.characters[i]!] as const),
            model,
          )
        : readRight(first!.characters, model) * readRight(other.characters, model);
      return finding('papers.repeated-value-differs', {
        probability,
        characters: other.characters,
        values: { ...called(other), first: a, second: b },
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
