/** The customer's record as what papers are held against. */
import type { Identity } from '@jianzhen/evidence';
import type { CustomerRecord } from '../model.ts';

const RECORD = '客户资料 (customer record)';

const listed = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : [value].flat().filter((text) => text.trim() !== '');

/** Nothing where the record is empty: a page is held only against what is known. */
export function onRecord(customer: CustomerRecord | null): Identity[] {
  if (!customer) return [];
  const { name, identityNumber, phone, bankCard } = customer;
  return [
    {
      source: RECORD,
      names: listed(name),
      identityNumbers: listed(identityNumber),
      phones: listed(phone),
      bankCards: listed(bankCard),
    },
  ];
}
