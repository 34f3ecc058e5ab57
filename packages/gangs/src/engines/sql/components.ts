import type { Source, TellRow } from '../../ids/tables.ts';
import type { FoundComponents, VertexComponent } from '../port.ts';
import { openLinks } from './links.ts';
import { countOf } from './session.ts';
import { settle } from './settle.ts';
import type { Workspace } from './workspace.ts';

/** Weakly connected components of a file of links; what is found stays in the database and is read as it is asked for. */
export async function sqlComponents(
  work: Workspace,
  source: Source,
  tell: TellRow,
): Promise<FoundComponents> {
  const { vertices, links } = await openLinks(work, source, tell);
  const least = await settle(work, links);
  const { session } = work;
  const count = await countOf(session, `select count(*) from ${vertices}`);
  const belowLeast = await countOf(session, `select count(*) from ${least} l`);
  const labelled = await work.table(
    'labelled',
    `select x.name as name, coalesce(l.m, x.id) as root from ${vertices} x left join ${least} l on x.id = l.u`,
  );
  // The least name and not the name of the least vertex: numbers are not in the order of their digits.
  const query = `select l.name as vertex, r.name as component from ${labelled} l
    join (select root, min(name) as name from ${labelled} group by root) r on l.root = r.root`;
  return {
    vertices: count,
    components: count - belowLeast,
    async *rows(): AsyncGenerator<VertexComponent> {
      for await (const batch of session.batches(query))
        for (const [vertex, component] of batch)
          yield { vertex: String(vertex), component: String(component) };
    },
  };
}
