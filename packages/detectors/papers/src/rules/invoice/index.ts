/**
 * Invoice codes and numbers. Ten-digit codes of special VAT invoices (国税发〔2006〕156号), twelve-digit codes (国税函〔2004〕521号 and
 * 税务总局公告2016年第16号), twenty-digit numbers of fully digital invoices (税务总局公告2024年第11号, appendix).
 */
import { provinceOf } from '../identity-number/divisions.ts';
import type { Problem } from '../problem.ts';

export type InvoiceProblem = 'form' | 'region' | 'year';

export interface InvoiceIdentifier {
  readonly kind: 'code' | 'number' | 'digital-number';
  readonly text: string;
  /** Year that the identifier names; null for an eight-digit number. */
  readonly year: number | null;
  readonly problems: readonly Problem<InvoiceProblem>[];
}

/** Cities under separate planning have codes of their own in digital numbers: Dalian, Ningbo, Xiamen, Qingdao, Shenzhen. */
const PLANNED_CITIES = ['91', '92', '93', '94', '95'];

/** Digital invoices began in December 2021. */
const FIRST_DIGITAL_YEAR = 2021;

/** Reads a code of 10 or 12 digits. `issuedYear`: a code cannot be younger than the invoice. */
export function readInvoiceCode(text: string, issuedYear?: number): InvoiceIdentifier {
  const long = /^0\d{11}$/.test(text);
  if (!long && !/^\d{10}$/.test(text))
    return { kind: 'code', text, year: null, problems: [{ kind: 'form', start: 0, end: text.length }] };
  const at = long ? 1 : 0;
  const problems: Problem<InvoiceProblem>[] = [];
  if (!provinceOf(text.slice(at, at + 2))) problems.push({ kind: 'region', start: at, end: at + 4 });
  const year = 2000 + Number(text.slice(at + 4, at + 6));
  if (issuedYear !== undefined && year > issuedYear)
    problems.push({ kind: 'year', start: at + 4, end: at + 6 });
  return { kind: 'code', text, year, problems };
}

/** Reads a number of 8 digits (with a code beside it) or of 20 (fully digital, year and region within). */
export function readInvoiceNumber(text: string, issuedYear?: number): InvoiceIdentifier {
  if (/^\d{8}$/.test(text)) return { kind: 'number', text, year: null, problems: [] };
  if (!/^\d{20}$/.test(text))
    return { kind: 'number', text, year: null, problems: [{ kind: 'form', start: 0, end: text.length }] };
  const problems: Problem<InvoiceProblem>[] = [];
  const year = 2000 + Number(text.slice(0, 2));
  const region = text.slice(2, 4);
  if (year < FIRST_DIGITAL_YEAR || (issuedYear !== undefined && year !== issuedYear))
    problems.push({ kind: 'year', start: 0, end: 2 });
  if (!provinceOf(region) && !PLANNED_CITIES.includes(region))
    problems.push({ kind: 'region', start: 2, end: 4 });
  return { kind: 'digital-number', text, year, problems };
}
