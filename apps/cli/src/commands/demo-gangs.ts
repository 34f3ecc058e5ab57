import { createMining } from '@jianzhen/cases';
import { createComplaintReader, createGangMiner } from '@jianzhen/engine';
import { demoWorld, worldTables } from '@jianzhen/simulate';
import { openStore } from '@jianzhen/store';
import { dim } from '../output/terminal.ts';
import { importTables } from './gangs/import.ts';
import { gangTable } from './gangs/table.ts';

/** Gangs that the demo prints. */
const SHOWN = 12;

/** The demo's second half: thousands of complaints at dozens of lenders, among them those of a den's agencies, and what is mined from them. */
export async function demoGangs(dataDir: string, seed: number): Promise<void> {
  console.error('\n正在从投诉中挖掘团伙 · mining gangs from complaints …\n');
  const { cases, traces } = worldTables(demoWorld(seed));
  const store = await openStore({ dataDir });
  try {
    await importTables(store.gangs, cases, traces);
    const run = await createMining(store.gangs, createGangMiner(), createComplaintReader()).run();
    const gangs = await store.gangs.lastGangs();
    // The den first: it is what the story is about.
    const [forgers, others] = [
      gangs.filter(({ role }) => role === 'forger'),
      gangs.filter(({ role }) => role !== 'forger'),
    ];
    console.log(gangTable([...forgers, ...others].slice(0, SHOWN)));
    console.log(
      dim(
        `${run.cases} 个案件、${run.traces} 条痕迹，${run.gangs} 个团伙 · ${run.cases} cases, ${run.traces} traces, ${run.gangs} gangs；npx jianzhen gangs list`,
      ),
    );
  } finally {
    await store.close();
  }
}
