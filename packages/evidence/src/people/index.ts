export { agree, differences } from './agree.ts';
export { type Comparison, compareValues, type PersonSubject, plainValue } from './compare.ts';
export { type MaskedPair, maskedPair, maskValue } from './mask.ts';
export { plainName } from './names.ts';
export { SIMPLIFIED } from './simplified.ts';
export { SURNAMES } from './surnames.ts';
export { type Identity, valuesOf } from './types.ts';
