import type { Finding } from '@jianzhen/evidence';
import { additions, amountsAgree, capitalsInOrder } from './amounts.ts';
import { datesInOrder, futureDates, holidays, impossibleDates, weekdays } from './dates.ts';
import { identityMismatches, repeatedValues, sealsAgree } from './identity.ts';
import { invoices } from './invoices.ts';
import { departments } from './medicine.ts';
import { bankCards, creditCodes, identityNumbers } from './numbers.ts';
import { ages, births, sexes } from './people.ts';
import { phones } from './phones.ts';
import { balances, tableProducts, tableSums } from './tables.ts';
import type { Check, CheckContext, Reading } from './types.ts';

/** Every rule that a page is held against; one line each. */
export const allChecks: Readonly<Record<string, Check>> = {
  identityNumbers,
  creditCodes,
  bankCards,
  phones,
  invoices,
  impossibleDates,
  weekdays,
  datesInOrder,
  futureDates,
  holidays,
  amountsAgree,
  capitalsInOrder,
  additions,
  tableSums,
  tableProducts,
  balances,
  ages,
  births,
  sexes,
  departments,
  identityMismatches,
  repeatedValues,
  sealsAgree,
};

export const runChecks = (reading: Reading, context: CheckContext): Finding[] =>
  Object.values(allChecks).flatMap((check) => check(reading, context));
