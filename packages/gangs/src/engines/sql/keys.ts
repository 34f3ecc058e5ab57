import type { TraceKind } from '@jianzhen/evidence';
import { normalise } from '../../ids/normalise.ts';
import { type Dialect, rowsOf } from './session.ts';
import type { Workspace } from './workspace.ts';

const codes = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');
/** Full-width forms and the ideographic space, which NFKC makes ASCII; all else in `PLAIN` it leaves as it is. */
const WIDE = `${codes(0xff01, 0xff5e)}\u3000`;
const NARROW = `${codes(0x21, 0x7e)} `;
/** Values of ASCII, full-width ASCII and Chinese characters: what SQL can normalise as `normalise` does. */
const PLAIN = '^[\\x01-\\x7f\\x{4e00}-\\x{9fff}\\x{ff01}-\\x{ff5e}\\x{3000}]*\\z';

const BLANK = ' \\t\\n\\x0b\\f\\r';

/** `normalise` for plain values, as an expression on the columns `kind` and `value`. */
function normalised({ literal, replace, matches }: Dialect): string {
  const narrow = `translate(value, ${literal(WIDE)}, ${literal(NARROW)})`;
  const plain = replace(narrow, `^[${BLANK}]+|[${BLANK}]+\\z`, '');
  const bare = replace(plain, `[${BLANK}().-]`, '');
  const withoutPrefix = replace(bare, '^([+]|00)86([0-9]{7,12})\\z', '$2');
  const phone = replace(withoutPrefix, '^86(1[0-9]{10})\\z', '$1');
  return `case kind
    when 'phone' then ${phone}
    when 'bank_card' then ${bare}
    when 'email' then lower(${plain})
    when 'ip' then lower(${plain})
    when 'domain' then ${replace(`lower(${plain})`, '[.]\\z', '')}
    when 'address' then ${replace(plain, `[${BLANK}]+`, ' ')}
    else case when ${matches('value', '^[A-Za-z0-9_:/.@+=-]+\\z')} then value else ${plain} end end`;
}

/** Rows of a statement that names values. Sent twice after a failure they stand there twice, so they are grouped where they are read. */
const BATCH = 500;

/** Normalised forms of values that SQL cannot normalise (circled digits, half-width kana …): few, so they are fetched, and written back. */
async function unusualKeys(work: Workspace, traces: string): Promise<string> {
  const { dialect, session } = work;
  const table = await work.table(
    'unusual',
    `select kind, value, value as key_text from ${traces} where not ${dialect.matches('value', PLAIN)} and 1 = 0`,
  );
  const query = `select kind, value from ${traces} where not ${dialect.matches('value', PLAIN)} group by kind, value`;
  const rows = await rowsOf(session, query);
  for (let at = 0; at < rows.length; at += BATCH) {
    const values = rows.slice(at, at + BATCH).map(([kind, value]) => {
      const key = normalise(kind as TraceKind, String(value));
      return `(${[String(kind), String(value), key].map(dialect.literal).join(', ')})`;
    });
    await session.run(`insert into ${table} values ${values.join(', ')}`);
  }
  return table;
}

/** Traces with a column `key_text`: what their value is compared by. */
export async function keyed(work: Workspace, traces: string): Promise<string> {
  const unusual = await unusualKeys(work, traces);
  const table = await work.table(
    'keyed',
    `select t.n as n, t.case_id as case_id, t.customer_id as customer_id, t.kind as kind, t.value as value,
      t.observed_at as observed_at, coalesce(u.key_text, t.usual) as key_text
     from (select *, ${normalised(work.dialect)} as usual from ${traces}) t
     left join (select kind, value, min(key_text) as key_text from ${unusual} group by kind, value) u on t.kind = u.kind and t.value = u.value`,
  );
  await work.drop(unusual, traces);
  return table;
}
