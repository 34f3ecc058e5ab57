import { join } from 'node:path';
import { type FoundGangs, hubsCsv, linksCsv } from '@jianzhen/gangs';
import { errors } from '../../errors.ts';
import { writeLine } from '../../output/lines.ts';
import { makeFolder, writeTexts } from '../../output/write.ts';
import type { Status } from '../../status.ts';
import { type EngineOptions, onEngine } from './run.ts';
import { sourceOf } from './source.ts';
import { gangTable } from './table.ts';

export interface MineCommandOptions extends EngineOptions {
  readonly cases: string;
  readonly traces: string;
  readonly out?: string;
  readonly leastScore: number;
}

async function writeFolder(folder: string, { gangs, links, hubs }: FoundGangs): Promise<void> {
  await makeFolder(folder);
  const lines = gangs.map((gang) => `${JSON.stringify(gang)}\n`);
  await writeTexts(join(folder, 'gangs.ndjson'), lines);
  await writeTexts(join(folder, 'links.csv'), linksCsv(links()));
  await writeTexts(join(folder, 'hubs.csv'), hubsCsv(hubs()));
}

/** `jianzhen gangs mine`: a line of JSON a gang, most dangerous first, or a table. */
export async function mineCommand(options: MineCommandOptions): Promise<Status> {
  const { cases, traces, out, json, leastScore } = options;
  if (!(leastScore >= 0 && leastScore <= 1)) throw errors('cli.usage', { detail: '--least-score: 0 – 1' });
  return onEngine([cases, traces], options, async (engine, { tell }) => {
    const found = await engine.mine(sourceOf(cases), sourceOf(traces), tell, { leastScore });
    if (out) await writeFolder(out, found);
    if (json) for (const gang of found.gangs) writeLine(gang);
    else console.log(gangTable(found.gangs));
  });
}
