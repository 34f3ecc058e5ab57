import type { GangStore } from '@jianzhen/cases';
import { createGangs, type OutsideCase, type OutsideTrace } from '@jianzhen/cases';
import type { CaseTable, TraceTable } from '@jianzhen/evidence';

/** Rows that go into the store at one time. */
const ROWS = 10_000;

const iso = (at: number): string | null => (Number.isNaN(at) ? null : new Date(at).toISOString());

/** Hands tables over to the store, to be mined together with the cases on record. */
export async function importTables(store: GangStore, cases: CaseTable, traces: TraceTable): Promise<void> {
  const gangs = createGangs(store);
  for (let from = 0; from < cases.caseId.length; from += ROWS) {
    const rows = cases.caseId.slice(from, from + ROWS).map(
      (caseId, i): OutsideCase => ({
        caseId,
        customerId: cases.customerId[from + i]!,
        lenderId: cases.lenderId[from + i]!,
        openedAt: iso(cases.openedAt[from + i]!),
      }),
    );
    await gangs.add(rows, []);
  }
  for (let from = 0; from < traces.caseId.length; from += ROWS) {
    const rows = traces.caseId.slice(from, from + ROWS).map(
      (caseId, i): OutsideTrace => ({
        caseId,
        kind: traces.kind[from + i]!,
        value: traces.value[from + i]!,
        observedAt: iso(traces.observedAt[from + i]!),
      }),
    );
    await gangs.add([], rows);
  }
}
