import type { PersonSubject } from './compare.ts';

/** What the lender or another exhibit says of the person. */
export interface Identity {
  /** Where it is from, for the message: an exhibit's name, `客户资料`. */
  readonly source: string;
  readonly names: readonly string[];
  readonly identityNumbers: readonly string[];
  readonly phones: readonly string[];
  readonly bankCards: readonly string[];
}

/** All that is known of one thing; empty where nothing is. */
export function valuesOf(identity: Identity, subject: PersonSubject): readonly string[] {
  const { names, identityNumbers, phones, bankCards } = identity;
  return { name: names, 'identity-number': identityNumbers, phone: phones, 'bank-card': bankCards }[subject];
}
