import type { World } from './plan.ts';
import { gangTruths, worldCases } from './tables.ts';
import type { WorldCase } from './types.ts';

/** Files of a world, by name; `cases.csv` and `traces.csv` as `jianzhen gangs mine` reads them. */
export const WORLD_FILES = {
  'cases.csv': 'case_id,customer_id,lender_id,opened_at',
  'traces.csv': 'case_id,kind,value,observed_at',
  /** Kept aside: what each case truly is; innocent groups parted by blanks. */
  'truth.csv': 'case_id,label,gang,forger,groups',
  /** Kept aside: roles, and the dens that supply each gang, parted by blanks. */
  'truth-gangs.csv': 'gang,role,upstream',
} as const;
export type WorldFile = keyof typeof WORLD_FILES;

/** Text to append to the files: their heads first, then about `batch` cases at a time. No value needs quoting. */
export function* worldCsv(
  world: World,
  batch = 5_000,
): Generator<Readonly<Partial<Record<WorldFile, string>>>> {
  const heads = Object.entries(WORLD_FILES).map(([file, head]) => [file, `${head}\n`]);
  yield Object.fromEntries(heads);
  const gangs = gangTruths(world).map(
    ({ gang, role, upstream }) => `${gang},${role},${upstream.join(' ')}\n`,
  );
  yield { 'truth-gangs.csv': gangs.join('') };
  let pending: WorldCase[] = [];
  for (const one of worldCases(world)) {
    pending.push(one);
    if (pending.length < batch) continue;
    yield lines(pending);
    pending = [];
  }
  if (pending.length > 0) yield lines(pending);
}

const iso = (at: number): string => new Date(at).toISOString();

function lines(cases: readonly WorldCase[]): Partial<Record<WorldFile, string>> {
  let [table, traces, truth] = ['', '', ''];
  for (const { caseId, customerId, lenderId, openedAt, traces: seen, truth: kept } of cases) {
    table += `${caseId},${customerId},${lenderId},${iso(openedAt)}\n`;
    for (const { kind, value, observedAt } of seen)
      traces += `${caseId},${kind},${value},${iso(observedAt)}\n`;
    truth += `${caseId},${kept.label},${kept.gang ?? ''},${kept.forger ?? ''},${kept.groups.join(' ')}\n`;
  }
  return { 'cases.csv': table, 'traces.csv': traces, 'truth.csv': truth };
}
