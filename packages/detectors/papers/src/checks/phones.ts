import type { Finding } from '@jianzhen/evidence';
import { misreading, paperIsWrong } from '../reading/trust.ts';
import { readPhone } from '../rules/phone/index.ts';
import { finding } from './finding.ts';
import type { Check } from './types.ts';

export const phones: Check = ({ fields }, { model }) =>
  fields.flatMap((field): Finding[] => {
    if (field.type !== 'phone' || readPhone(field.text)?.assigned !== false) return [];
    const misread = misreading([field.characters], ([text]) => readPhone(text!)?.assigned === true, model);
    return finding('papers.phone-range', {
      probability: paperIsWrong(misread, model),
      characters: field.characters,
      values: { number: field.value, rule: 'MIIT numbering plan' },
    });
  });
