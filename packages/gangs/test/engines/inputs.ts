import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GangEngine, Source } from '../../src/index.ts';
import { xorshift } from '../../src/random.ts';
import { Tables } from '../support/tables.ts';

export const sourceOf = (file: string): Source => ({ file, open: () => createReadStream(file) });

export type Link = readonly [string, string];

export async function writeLinks(folder: string, name: string, links: readonly Link[]): Promise<Source> {
  const file = join(folder, name);
  await writeFile(file, links.map(([a, b]) => `${a} ${b}\n`).join(''));
  return sourceOf(file);
}

const path = (length: number, name: (i: number) => string): Link[] =>
  Array.from({ length }, (_, i) => [name(i), name(i + 1)]);

/** So many links between so many vertices, by seed. */
function random(vertices: number, links: number, seed: number): Link[] {
  const next = xorshift(seed);
  const vertex = () => `v${Math.floor(next() * vertices)}`;
  return Array.from({ length: links }, () => [vertex(), vertex()]);
}

/** Five graphs on which label propagation goes wrong in different ways. */
export const graphs: Readonly<Record<string, readonly Link[]>> = {
  // Ends far apart, names in another order than the path.
  path: path(160, (i) => `p${(i * 271) % 1009}`),
  // One vertex beside very many.
  star: Array.from({ length: 500 }, (_, i) => ['中心', `s${i}`]),
  // Just below and above the point where one component takes all.
  sparse: random(1000, 480, 1),
  dense: random(500, 1300, 2),
  // Repetitions, both directions, loops, and pairs that belong to nothing.
  odd: [
    ['a', 'a'],
    ['b', 'c'],
    ['c', 'b'],
    ['b', 'c'],
    ['é', '😀'],
    ['Z', 'a1'],
    ['10', '9'],
    ['010', '10'],
  ],
};

/** Every vertex with its component, in the order of the vertices' names. */
export async function componentsBy(engine: GangEngine, links: Source): Promise<Record<string, string>> {
  const found: [string, string][] = [];
  const { rows, vertices, components } = await engine.components(links, ({ message }) => {
    throw new Error(message);
  });
  for await (const { vertex, component } of rows()) found.push([vertex, component]);
  found.sort(([a], [b]) => (a < b ? -1 : 1));
  const told = [vertices, components];
  const counted = [found.length, new Set(found.map(([, component]) => component)).size];
  if (told.join() !== counted.join()) throw new Error(`told ${told}, but there are ${counted}`);
  return Object.fromEntries(found);
}

const iso = (at: number) => new Date(at).toISOString();
const csv = (head: string, rows: readonly (readonly string[])[]) =>
  [head.split(','), ...rows]
    .map(
      (row) =>
        `${row.map((field) => (/[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')}\n`,
    )
    .join('');

/** Rows by which cleaning is tried: one number spelt in five ways, values that SQL cannot normalise, and rows that are none. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ['phone', '+86 138-0013-8000'],
  ['phone', '008613800138000'],
  ['phone', '138 0013 8000'],
  ['phone', '１３８００１３８０００'],
  ['phone', '①３８00138000'],
  ['address', '阳光市 人民路　１号（东）'],
  ['address', '阳光市  人民路 1号(东)'],
  ['address', '阳光市 人民路 ①号(东)'],
  ['domain', 'Example.COM.'],
  ['domain', 'ｅxample.com'],
  ['email', 'A@b.CN'],
  ['email', ' a@b.cn '],
  ['script', '停息"挂账", 征信修复'],
  ['script', '停息"挂账", 征信修复 '],
];

/** A den, two agencies, honest people, a courier point; and the rows above. */
export async function writeTables(folder: string): Promise<{ cases: Source; traces: Source }> {
  const made = new Tables(3);
  made.honest(150);
  made.agency('east', 30, { den: 'north' });
  made.agency('west', 25, { den: 'north' });
  for (let i = 0; i < 40; i++) made.case(`parcel ${i}`, made.pick(300), [['address', 'courier point']]);
  for (const [i, spelt] of SPELLINGS.entries())
    made.case(`speller ${i % 5}`, 3 * i, [
      spelt as readonly ['phone', string],
      ['device', `of speller ${i % 3}`],
    ]);
  const { cases, traces } = made;
  const caseRows = cases.caseId.map((id, i) => [
    id,
    cases.customerId[i]!,
    cases.lenderId[i]!,
    iso(cases.openedAt[i]!),
  ]);
  caseRows.splice(
    7,
    0,
    ['c3', 'somebody', 'l1', ''],
    ['late', 'x', 'l1', '2023-02-29'],
    ['none', '', 'l1', ''],
  );
  caseRows.push(['undated', 'h1', 'l2', ''], ['leap', 'h2', 'l2', '2024-02-29T10:00:60+08:00']);
  const traceRows = traces.caseId.map((id, i) => [
    id,
    traces.kind[i]!,
    traces.value[i]!,
    iso(traces.observedAt[i]!),
  ]);
  traceRows.splice(5, 0, ['nobody', 'phone', '1', ''], ['c1', 'shoe', '42', ''], ['c1', 'phone', ' 　', '']);
  traceRows.push(
    ['c1', 'phone', '2', 'yesterday'],
    ['undated', 'phone', 'phone east 0', ''],
    ['leap', 'phone', '-', ''],
  );
  await writeFile(join(folder, 'cases.csv'), csv('case_id,customer_id,lender_id,opened_at', caseRows));
  await writeFile(join(folder, 'traces.csv'), csv('case_id,kind,value,observed_at', traceRows));
  return {
    cases: sourceOf(join(folder, 'cases.csv')),
    traces: sourceOf(join(folder, 'traces.csv')),
  };
}

/** All that mining tells: gangs, links, hubs, and the codes of what was left out, `rows-` and `row-` alike. */
export async function minedBy(engine: GangEngine, { cases, traces }: { cases: Source; traces: Source }) {
  const told: string[] = [];
  const found = await engine.mine(cases, traces, ({ code }) => told.push(code.replace(/^gangs\.rows?-/, '')));
  return { gangs: found.gangs, links: [...found.links()], hubs: [...found.hubs()], told: told.sort() };
}
