/** Age, birth date and sex against each other and against the identity number. */
import type { Finding } from '@jianzhen/evidence';
import type { Field } from '../fields/types.ts';
import { errorProbability, misreading, paperIsWrong } from '../reading/trust.ts';
import { type Day, toDay } from '../rules/dates/calendar.ts';
import { findDates } from '../rules/dates/find.ts';
import { readIdentityNumber } from '../rules/identity-number/index.ts';
import { checkAge } from '../rules/people/age.ts';
import { finding } from './finding.ts';
import type { Check } from './types.ts';

/** Years by which a paper without a date may be older than the day on which it was handed in. */
const UNDATED = 5;

const plain = ({ characters }: Field) => characters.map(({ text }) => text).join('');

/** A birth day in the text of a field: an identity number's or a date's. Numbers that break their own rules say none. */
function birthDay(type: Field['type'], text: string): Day | null {
  if (type !== 'identity-number') return findDates(text)[0]?.iso ?? null;
  const read = readIdentityNumber(text);
  return read?.problems.length === 0 ? read.birth : null;
}

export const ages: Check = ({ fields, checks }, { receivedAt, model }) =>
  checks.flatMap((check): Finding[] => {
    if (check.rule !== 'age') return [];
    const find = (name: string) => fields.find((field) => field.name === name);
    const [age, birth] = [find(check.age), find(check.birth)];
    const days = check.on.flatMap((name) => find(name) ?? []);
    const whole = days.filter(({ value }) => /^\d{4}-\d\d-\d\d$/.test(value));
    const dated = whole.find(({ confidence }) => confidence >= model.leastConfidence) ?? whole[0];
    const on = dated?.value ?? receivedAt;
    const born = birth && birthDay(birth.type, plain(birth));
    if (!age || !birth || !born || on === undefined) return [];
    const slack = dated ? 0 : UNDATED;
    const result = checkAge(Number(age.value), born, on, slack);
    if (result.matches) return [];
    const parts = [age, birth, ...(dated ? [dated] : [])];
    const misread = misreading(
      parts.map(({ characters }) => characters),
      ([a, b, c]) => {
        const [day, until] = [birthDay(birth.type, b!), dated ? findDates(c!)[0]?.iso : on];
        return day !== null && !!until && checkAge(Number.parseInt(a!, 10), day, until, slack).matches;
      },
      model,
    );
    return finding('papers.age-mismatch', {
      probability: paperIsWrong(misread, model),
      characters: age.characters,
      values: { stated: age.value, birth: born, on, actual: result.actual },
    });
  });

export const births: Check = ({ fields, checks }, { model }) =>
  checks.flatMap((check): Finding[] => {
    if (check.rule !== 'birth') return [];
    const birth = fields.find(({ name, type }) => name === check.birth && type === 'date');
    const identity = fields.find(({ name }) => name === check.identity);
    const actual = identity && birthDay('identity-number', identity.value);
    const stated = birth && findDates(plain(birth))[0];
    if (!birth || !identity || !actual || !stated?.iso || [stated.iso, stated.other].includes(actual))
      return [];
    const misread = misreading(
      [birth.characters, identity.characters],
      ([a, b]) => {
        const date = findDates(a!)[0];
        const day = birthDay('identity-number', b!);
        return day !== null && (date?.iso === day || date?.other === day);
      },
      model,
    );
    return finding('papers.birth-mismatch', {
      probability: paperIsWrong(misread, model),
      characters: birth.characters,
      values: { stated: toDay(stated.year, stated.month, stated.day!), number: identity.value, actual },
    });
  });

export const sexes: Check = ({ fields, checks }, { model }) =>
  checks.flatMap((check): Finding[] => {
    if (check.rule !== 'sex') return [];
    const sex = fields.find(({ name }) => name === check.sex);
    const identity = fields.find(({ name }) => name === check.identity);
    const read = identity && readIdentityNumber(identity.value);
    if (!sex || !identity || !read || read.problems.length > 0 || read.sex === sex.value) return [];
    const misread = misreading(
      [identity.characters],
      ([text]) => {
        const other = readIdentityNumber(text!);
        return other?.problems.length === 0 && other.sex === sex.value;
      },
      model,
    );
    // 男 and 女 look nothing alike, so only an unsure reading can have turned one into the other.
    const unsure = (1 - sex.confidence) * errorProbability(sex.characters[0]!, model);
    return finding('papers.sex-mismatch', {
      probability: paperIsWrong(misread + unsure, model),
      characters: sex.characters,
      values: {
        stated: sex.text,
        number: read.number,
        actual: read.sex === 'male' ? '男' : '女',
        actualEn: read.sex,
      },
    });
  });
