import table from './departments.json' with { type: 'json' };

interface Rule {
  /** Any of these words in the field `in`. */
  readonly words: readonly string[];
  readonly in: string;
  readonly sex?: string;
  /** In full years. */
  readonly maximumAge?: number;
  /** Diagnoses that this department does not treat. */
  readonly excludes?: readonly string[];
}

export interface Patient {
  readonly department: string;
  readonly diagnosis: string;
  readonly sex: 'male' | 'female' | null;
  readonly age: number | null;
}

export interface Oddity {
  readonly word: string;
  readonly against: 'sex' | 'age' | 'diagnosis';
  /** The diagnosis that is excluded, the age or the sex. */
  readonly value: string;
}

/** What of a patient's paper the rule file says cannot go together. A department's word must be the whole of it or its end. */
export function medicalOddities(patient: Patient): Oddity[] {
  return (table.rules as readonly Rule[]).flatMap((rule): Oddity[] => {
    const word =
      rule.in === 'department'
        ? rule.words.find((name) => patient.department === name || patient.department === `${name}门诊`)
        : rule.words.find((name) => patient.diagnosis.includes(name));
    if (word === undefined) return [];
    if (rule.sex !== undefined && patient.sex !== null && patient.sex !== rule.sex)
      return [{ word, against: 'sex', value: patient.sex }];
    if (rule.maximumAge !== undefined && patient.age !== null && patient.age > rule.maximumAge)
      return [{ word, against: 'age', value: String(patient.age) }];
    const excluded = rule.excludes?.find((diagnosis) => patient.diagnosis.includes(diagnosis));
    return excluded === undefined ? [] : [{ word, against: 'diagnosis', value: excluded }];
  });
}
