import type { Finding } from '@jianzhen/evidence';
import type { Field } from '../fields/types.ts';
import { misreading, paperIsWrong, readRight } from '../reading/trust.ts';
import { type InvoiceIdentifier, readInvoiceCode, readInvoiceNumber } from '../rules/invoice/index.ts';
import { finding } from './finding.ts';
import type { Check, CheckContext } from './types.ts';

const digitsOf = (text: string) => text.replace(/\D/g, '');

function problems(field: Field, issued: Field | undefined, { model }: CheckContext): Finding[] {
  const year = issued && /^\d{4}/.test(issued.value) ? Number(issued.value.slice(0, 4)) : undefined;
  const read = (text: string): InvoiceIdentifier =>
    field.type === 'invoice-code' ? readInvoiceCode(text, year) : readInvoiceNumber(text, year);
  return read(field.value).problems.flatMap(({ kind, start, end }) => {
    const misread =
      kind === 'form'
        ? 1 - readRight(field.characters, model)
        : misreading([field.characters], ([text]) => read(digitsOf(text!)).problems.length === 0, model);
    return finding(`papers.invoice-${kind}`, {
      probability: paperIsWrong(misread, model),
      characters: field.characters.slice(start, end),
      values: {
        number: field.value,
        digits: field.value.slice(start, end),
        issued: issued?.value ?? '',
        rule: field.type,
      },
    });
  });
}

/** Forms of codes and numbers, and their years against the issue date that the kind's `invoice-year` check names. */
export const invoices: Check = ({ fields, checks }, context) =>
  fields
    .filter(({ type }) => type === 'invoice-code' || type === 'invoice-number')
    .flatMap((field) => {
      const spec = checks.find((check) => check.rule === 'invoice-year' && check.number === field.name);
      const issued =
        spec?.rule === 'invoice-year' ? fields.find(({ name }) => name === spec.issued) : undefined;
      return problems(field, issued, context);
    });
