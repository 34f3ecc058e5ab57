import type { Hub } from './hubs.ts';
import type { GangLink } from './links.ts';

const field = (value: string | number | null): string => {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const line = (values: readonly (string | number | null)[]) => `${values.map(field).join(',')}\n`;

const LINK_COLUMNS =
  'gang,case_id,kind,value,observed_at,cases_in_gang,customers,lenders,lift,bridge,weak,why_zh,why_en';

/** Links as CSV (RFC 4180 but for LF), a text a row, header first. */
export function* linksCsv(links: Iterable<GangLink>): Generator<string> {
  yield `${LINK_COLUMNS}\n`;
  for (const { gang, case: id, kind, value, observedAt, message, ...link } of links) {
    const { casesInGang, customers, lenders, lift, bridge, weak } = link;
    const numbers = [casesInGang, customers, lenders, Number(lift.toPrecision(4)), bridge, weak ? 1 : 0];
    yield line([gang, id, kind, value, observedAt, ...numbers, message.zh, message.en]);
  }
}

const HUB_COLUMNS = 'kind,value,cases,customers,lenders,corroborated,code,why_zh,why_en';

export function* hubsCsv(hubs: Iterable<Hub>): Generator<string> {
  yield `${HUB_COLUMNS}\n`;
  for (const { kind, value, cases, customers, lenders, corroborated, reason } of hubs) {
    const { zh, en } = reason.message;
    const share = Number(corroborated.toPrecision(4));
    yield line([kind, value, cases, customers, lenders, share, reason.code, zh, en]);
  }
}
