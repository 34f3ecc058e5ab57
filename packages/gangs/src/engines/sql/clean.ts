import { errors } from '../../errors.ts';
import type { TellRow } from '../../ids/tables.ts';
import { kindNames } from '../../kinds.ts';
import { type Dialect, rowsOf } from './session.ts';
import type { Workspace } from './workspace.ts';

type Fault = 'empty' | 'kind' | 'time' | 'unknown-case' | 'repeated-case';

const asText = (column: string) => `coalesce(cast(${column} as string), '')`;

const TIME =
  '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])([T ]([01][0-9]|2[0-3]):[0-5][0-9](:([0-5][0-9]|60)([.,][0-9]{1,9})?)?[ ]?(Z|[+-][0-9]{2}:?[0-9]{2})?)?\\z';

/** Whether a text is a time as `parseTime` reads it, or nothing. */
function isTime(dialect: Dialect, text: string): string {
  const part = (from: number, length: number) => `substr(${text}, ${from}, ${length})`;
  const year = `cast(${part(1, 4)} as int)`;
  const leap = `((${year} % 4 = 0 and ${year} % 100 <> 0) or ${year} % 400 = 0)`;
  // The pattern knows days up to 31; a leap second that is the next day is none that is read.
  return `case when ${text} = '' then true
    when not ${dialect.matches(text, TIME)} then false
    when ${part(12, 8)} = '23:59:60' then false
    when ${part(6, 2)} in ('04', '06', '09', '11') then ${part(9, 2)} <= '30'
    when ${part(6, 2)} = '02' and ${leap} then ${part(9, 2)} <= '29'
    when ${part(6, 2)} = '02' then ${part(9, 2)} <= '28'
    else true end`;
}

/** Tells how many rows have which fault, with one of them as an example. */
async function tellFaults(work: Workspace, table: string, file: string, tell: TellRow): Promise<void> {
  const query = `select fault, count(*), min(example) from ${table} where fault is not null group by fault order by fault`;
  for (const [fault, count, example] of await rowsOf(work.session, query))
    tell(errors(`gangs.rows-${fault as Fault}`, { file, count: Number(count), example: String(example) }));
}

/** Cases that can be used: `n`, `case_id`, `customer_id`, `lender_id`, `opened_at`, all but `n` as text. */
export async function cleanCases(
  work: Workspace,
  relation: string,
  file: string,
  tell: TellRow,
): Promise<string> {
  const given = `select n, ${asText('case_id')} as case_id, ${asText('customer_id')} as customer_id,
    ${asText('lender_id')} as lender_id, ${asText('opened_at')} as opened_at from ${relation}`;
  const judged = `select n, case_id, customer_id, lender_id, opened_at,
    case when case_id = '' or customer_id = '' or lender_id = '' then 'empty'
         when not (${isTime(work.dialect, 'opened_at')}) then 'time' end as fault from (${given}) g`;
  const rows = await work.table(
    'cases_given',
    `select n, case_id, customer_id, lender_id, opened_at,
      case when fault is not null then fault
           when row_number() over (partition by case_id, fault order by n) > 1 then 'repeated-case' end as fault,
      case fault when 'time' then opened_at else case_id end as example from (${judged}) j`,
  );
  await tellFaults(work, rows, file, tell);
  const good = await work.table(
    'cases',
    `select n, case_id, customer_id, lender_id, opened_at from ${rows} where fault is null`,
  );
  await work.drop(rows);
  return good;
}

/** Traces that can be used, of the given cases: `n`, `case_id`, `customer_id`, `kind`, `value`, `observed_at`, all but `n` as text. */
export async function cleanTraces(
  work: Workspace,
  relation: string,
  cases: string,
  file: string,
  tell: TellRow,
): Promise<string> {
  const { dialect } = work;
  const given = `select n, ${asText('case_id')} as case_id, ${asText('kind')} as kind, ${asText('value')} as value,
    ${asText('observed_at')} as observed_at from ${relation}`;
  const kinds = kindNames.map(dialect.literal).join(', ');
  const rows = await work.table(
    'traces_given',
    `select g.n as n, g.case_id as case_id, c.customer_id as customer_id, kind, value, observed_at,
      case when c.case_id is null then 'unknown-case'
           when kind not in (${kinds}) then 'kind'
           when not ${dialect.matches('value', '[^ \\t\\n\\x0b\\f\\r\\x{3000}]')} then 'empty'
           when not (${isTime(dialect, 'observed_at')}) then 'time' end as fault
     from (${given}) g left join ${cases} c on g.case_id = c.case_id`,
  );
  const told = `(select fault, case fault when 'kind' then kind when 'time' then observed_at else case_id end as example from ${rows}) f`;
  await tellFaults(work, told, file, tell);
  const good = await work.table(
    'traces',
    `select n, case_id, customer_id, kind, value, observed_at from ${rows} where fault is null`,
  );
  await work.drop(rows);
  return good;
}
