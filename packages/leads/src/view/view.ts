import { errors } from '../errors.ts';
import type { LeadCase, LeadInput, LeadTrace, SourceRecord } from '../input.ts';
import type { Discloser } from '../profiles/index.ts';
import type { CaseView, LeadView, LenderView, LinkView, RelatedGang, TraceView } from './types.ts';

const number = (letter: string, i: number) => `${letter}${String(i + 1).padStart(5, '0')}`;
const keyOf = ({ kind, value }: Pick<LeadTrace, 'kind' | 'value'>) => `${kind}\0${value}`;
const earliest = (times: readonly (string | null)[]) =>
  times.filter((time) => time !== null).toSorted()[0] ?? null;
const latest = (times: readonly (string | null)[]) =>
  times
    .filter((time) => time !== null)
    .toSorted()
    .at(-1) ?? null;
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What the recipient may see. @throws CodedError `leads.input-mismatch` */
export function viewOf(input: LeadInput, discloser: Discloser): LeadView {
  checkInput(input);
  const { gang, population } = input;
  const ordered = inOrder(input.cases);
  const source = (record: SourceRecord): SourceRecord => ({
    ...record,
    id: discloser.text('sourceId', record.id),
    time: discloser.time(record.time),
    sha256: discloser.text('sourceHash', record.sha256),
  });
  const viewCase = (one: LeadCase, i: number): CaseView => ({
    no: number('C', i),
    case: discloser.text('case', one.case),
    customer: one.customer === null ? null : discloser.text('customer', one.customer),
    lender: one.lender === null ? null : discloser.text('lender', one.lender),
    openedAt: discloser.time(one.openedAt),
    amount: discloser.amount(one.amount),
    source: source(one.source),
  });
  const cases = ordered.map(viewCase);
  const raw = new Map(ordered.map((one, i) => [one.case, { one, view: cases[i]! }]));

  // A sentence may tell a trace that links nothing: it has to be known to be replaced.
  for (const { kind, value } of [...input.traces, ...gang.traces]) discloser.text(`trace.${kind}`, value);
  const shared = sharedTraces(input.traces);
  const traces = shared.map((rows, i): TraceView => {
    const { kind, value, casesEverywhere } = rows[0]!;
    const own = [...new Set(rows.map((row) => row.case))].map((id) => raw.get(id)!.one);
    const times = rows.map(({ observedAt }) => observedAt);
    return {
      no: number('T', i),
      kind,
      value: discloser.text(`trace.${kind}`, value),
      cases: own.length,
      casesEverywhere,
      lenders: distinct(own.map(({ lender }) => lender)),
      customers: distinct(own.map(({ customer }) => customer)),
      firstSeen: discloser.time(earliest(times)),
      lastSeen: discloser.time(latest(times)),
      plain: discloser.profile.fields[`trace.${kind}`] === 'include',
    };
  });
  const links = shared.flatMap((rows, i) =>
    rows
      .map((row): LinkView => {
        const { view } = raw.get(row.case)!;
        return {
          trace: traces[i]!,
          case: view,
          observedAt: discloser.time(row.observedAt),
          source: source(row.source),
        };
      })
      .toSorted((a, b) => byText(a.case.no, b.case.no)),
  );
  const amounts = ordered.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  return {
    gang: {
      gang: gang.gang,
      role: gang.role,
      score: gang.score,
      upstream: gang.upstream,
      downstream: gang.downstream,
      // After all values: sentences may tell any of them.
      reasons: gang.reasons.map(({ code, message: { zh, en } }) => ({
        code,
        message: { zh: discloser.sentence(zh), en: discloser.sentence(en) },
      })),
    },
    related: relatedOf(input),
    cases,
    traces,
    links,
    lenders: lendersOf(ordered, discloser),
    customers: distinct(ordered.map(({ customer }) => customer)),
    amount: {
      yuan: discloser.amount(amounts.reduce((sum, amount) => sum + amount, 0)) ?? 0,
      cases: amounts.length,
    },
    months: monthsOf(ordered),
    population,
  };
}

const inOrder = (cases: readonly LeadCase[]) =>
  cases.toSorted((a, b) => byText(a.openedAt ?? '~', b.openedAt ?? '~') || byText(a.case, b.case));

/** The numbers that cases bear in the package, by their own names: those may look alike once they are masked. */
export const caseNumbers = ({ cases }: Pick<LeadInput, 'cases'>): Map<string, string> =>
  new Map(inOrder(cases).map((one, i) => [one.case, number('C', i)]));

const distinct = (values: readonly (string | null)[]) =>
  new Set(values.filter((value) => value !== null)).size;

function checkInput({ gang, cases, traces }: LeadInput): void {
  const mismatch = (detail: string) => errors('leads.input-mismatch', { gang: gang.gang, detail });
  const given = new Set(cases.map((one) => one.case));
  if (given.size !== cases.length) throw mismatch('a case stands twice');
  const missing = gang.cases.find((id) => !given.has(id));
  if (missing !== undefined) throw mismatch(`case ${missing} is missing`);
  if (cases.length !== gang.cases.length) throw mismatch('there are cases of others');
  const foreign = traces.find((trace) => !given.has(trace.case));
  if (foreign) throw mismatch(`a trace of case ${foreign.case}`);
}

/** Rows of each trace that two cases or more have in common; what is seen in one case alone links nothing and stays out. */
function sharedTraces(traces: readonly LeadTrace[]): LeadTrace[][] {
  const rows = Map.groupBy(traces, keyOf);
  const counted = [...rows].map(([key, own]) => ({
    key,
    own,
    cases: new Set(own.map((row) => row.case)).size,
  }));
  return counted
    .filter(({ cases }) => cases > 1)
    .toSorted((a, b) => b.cases - a.cases || byText(a.key, b.key))
    .map(({ own }) => own);
}

function lendersOf(cases: readonly LeadCase[], discloser: Discloser): LenderView[] {
  const known = cases.filter((one): one is LeadCase & { lender: string } => one.lender !== null);
  return [...Map.groupBy(known, ({ lender }) => lender)]
    .toSorted(([a, own], [b, other]) => other.length - own.length || byText(a, b))
    .map(([lender, own], i) => {
      const amounts = own.flatMap(({ amount }) => (amount === null ? [] : [amount]));
      const sum = amounts.length > 0 ? amounts.reduce((total, amount) => total + amount, 0) : null;
      return {
        no: number('L', i),
        lender: discloser.text('lender', lender),
        cases: own.length,
        amount: discloser.amount(sum),
      };
    });
}

/** Months are told under every profile: how many cases a month says nothing of anybody. */
function monthsOf(cases: readonly LeadCase[]): { month: string; cases: number }[] {
  const counts = new Map<string, number>();
  for (const { openedAt } of cases) {
    const month = openedAt?.slice(0, 7);
    if (month && /^\d{4}-(0[1-9]|1[0-2])$/.test(month)) counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const [first, last] = [earliest([...counts.keys()]), latest([...counts.keys()])];
  if (!first || !last) return [];
  const months: { month: string; cases: number }[] = [];
  for (let month = first; month <= last && months.length < 1200; month = next(month))
    months.push({ month, cases: counts.get(month) ?? 0 });
  return months;
}

function next(month: string): string {
  const [year, index] = month.split('-').map(Number) as [number, number];
  return index === 12 ? `${year + 1}-01` : `${year}-${String(index + 1).padStart(2, '0')}`;
}

function relatedOf({ gang, related }: LeadInput): RelatedGang[] {
  const relation = (id: string) =>
    id === gang.upstream ? 'upstream' : gang.downstream.includes(id) ? 'downstream' : null;
  return related.flatMap((other) => {
    const how = relation(other.gang);
    if (!how) return [];
    const { gang: name, role, score, lenders, cases } = other;
    return [{ gang: name, relation: how, role, score, cases: cases.length, lenders }];
  });
}
