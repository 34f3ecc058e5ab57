import type { Finding } from '@jianzhen/evidence';
import type { Field } from '../fields/types.ts';
import { readRight } from '../reading/trust.ts';
import { medicalOddities, type Oddity } from '../rules/medicine/index.ts';
import { finding } from './finding.ts';
import type { Check } from './types.ts';

const SEX = { male: '男性', female: '女性' } as const;

function reasons({ word, against, value }: Oddity) {
  if (against === 'sex')
    return {
      reason: `“${word}”与${SEX[value as keyof typeof SEX]}不符`,
      reasonEn: `“${word}” of a ${value} patient`,
    };
  if (against === 'age')
    return { reason: `“${word}”与 ${value} 岁不符`, reasonEn: `“${word}” at the age of ${value}` };
  return { reason: `“${word}”不收治“${value}”`, reasonEn: `“${word}” does not treat “${value}”` };
}

export const departments: Check = ({ fields, checks }, { model }) =>
  checks.flatMap((check): Finding[] => {
    if (check.rule !== 'department') return [];
    const find = (name: string | undefined): Field | undefined => fields.find((field) => field.name === name);
    const [department, diagnosis, sex, age] = [check.department, check.diagnosis, check.sex, check.age].map(
      find,
    );
    const read = [department, diagnosis, sex, age].filter((field) => field !== undefined);
    const oddities = medicalOddities({
      department: department?.value ?? '',
      diagnosis: diagnosis?.value ?? '',
      sex: sex ? (sex.value as 'male' | 'female') : null,
      age: age ? Number(age.value) : null,
    });
    return oddities.flatMap((oddity) =>
      finding('papers.department-rule', {
        probability: Math.min(...read.map(({ characters }) => readRight(characters, model))),
        characters: (oddity.against === 'diagnosis' ? department : (department ?? diagnosis))!.characters,
        values: { ...reasons(oddity), word: oddity.word },
      }),
    );
  });
