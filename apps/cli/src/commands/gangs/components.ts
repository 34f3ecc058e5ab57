import { once } from 'node:events';
import type { Status } from '../../status.ts';
import { type EngineOptions, onEngine } from './run.ts';
import { sourceOf } from './source.ts';

const BLOCK = 1 << 16;

/** `jianzhen gangs components`: a line of JSON a vertex, or how many there are. */
export async function componentsCommand(edges: string, options: EngineOptions): Promise<Status> {
  return onEngine([edges], options, async (engine, { tell }) => {
    const found = await engine.components(sourceOf(edges), tell);
    if (!options.json) {
      console.log(`顶点 vertices ${found.vertices} · 连通分量 components ${found.components}`);
      return;
    }
    let block = '';
    for await (const row of found.rows()) {
      block += `${JSON.stringify(row)}\n`;
      if (block.length < BLOCK) continue;
      if (!process.stdout.write(block)) await once(process.stdout, 'drain');
      block = '';
    }
    process.stdout.write(block);
  });
}
