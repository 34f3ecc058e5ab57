import type { CaseTable, TraceTable } from '@jianzhen/evidence';
import type { Source } from '@jianzhen/gangs';

const ROWS = 10_000;
const iso = (at: number): string => new Date(at).toISOString();

/** Tables as the files that an engine reads, without a disk; no value of a made-up world needs quoting. */
export const caseSource = ({ caseId, customerId, lenderId, openedAt }: CaseTable): Source =>
  source('cases.csv', 'case_id,customer_id,lender_id,opened_at', caseId.length, (i) =>
    [caseId[i], customerId[i], lenderId[i], iso(openedAt[i]!)].join(','),
  );

export const traceSource = ({ caseId, kind, value, observedAt }: TraceTable): Source =>
  source('traces.csv', 'case_id,kind,value,observed_at', caseId.length, (i) =>
    [caseId[i], kind[i], value[i], iso(observedAt[i]!)].join(','),
  );

const source = (file: string, head: string, rows: number, line: (row: number) => string): Source => ({
  file,
  *open() {
    yield Buffer.from(`${head}\n`);
    for (let from = 0; from < rows; from += ROWS) {
      let text = '';
      for (let row = from; row < Math.min(rows, from + ROWS); row++) text += `${line(row)}\n`;
      yield Buffer.from(text);
    }
  },
});
