import type { TraceKind } from '@jianzhen/evidence';

const plain = (value: string) => value.normalize('NFKC').trim();
const withoutMarks = (value: string) => plain(value).replace(/[\s\-().]/g, '');

/** `+86 138-0013-8000`, `0086…` and `138 0013 8000` are one number; other countries keep their prefix. */
function phone(value: string): string {
  const digits = withoutMarks(value);
  return digits.replace(/^(?:\+|00)86(?=\d{7,12}$)/, '').replace(/^86(?=1\d{10}$)/, '');
}

const lower = (value: string) => plain(value).toLowerCase();

const BY_KIND: Partial<Readonly<Record<TraceKind, (value: string) => string>>> = {
  phone,
  bank_card: withoutMarks,
  email: lower,
  ip: lower,
  domain: (value) => lower(value).replace(/\.$/, ''),
  address: (value) => plain(value).replace(/\s+/g, ' '),
};

const SIMPLE = /^[\w:/.@+=-]+$/;

/**
 * A value as it is compared. Only what certainly means the same becomes the same: two gangs that are wrongly joined cost
 * more than one link that is missed. Empty where nothing is left.
 */
export function normalise(kind: TraceKind, value: string): string {
  const rule = BY_KIND[kind];
  if (rule) return rule(value);
  return SIMPLE.test(value) ? value : plain(value);
}
