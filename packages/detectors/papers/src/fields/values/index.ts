import type { ValueType } from '../../kinds/schema.ts';
import { amount, amountCapitals, price } from './amounts.ts';
import { date } from './dates.ts';
import * as numbers from './numbers.ts';
import type { Parser } from './parsed.ts';
import * as words from './words.ts';

export const parsers: Readonly<Record<ValueType, Parser>> = {
  name: words.name,
  organisation: words.organisation,
  address: words.address,
  text: words.text,
  sex: words.sex,
  age: numbers.age,
  date,
  amount,
  price,
  'amount-capitals': amountCapitals,
  number: numbers.plainNumber,
  'identity-number': numbers.identityNumber,
  'credit-code': numbers.creditCode,
  'bank-card': numbers.bankCard,
  account: numbers.account,
  phone: numbers.phone,
  'invoice-code': numbers.invoiceCode,
  'invoice-number': numbers.invoiceNumber,
};
