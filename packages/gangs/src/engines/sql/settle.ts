import { countOf } from './session.ts';
import { largeStar, leastNeighbours, leaves, resolved, smallStar } from './stars.ts';
import type { Workspace } from './workspace.ts';

/**
 * Connected components of links (columns `u` > `v`): a relation of every vertex `u` that is not the least of its component,
 * with that least one as `m`. Every step is written out before the next reads it, so that a plan never grows with the
 * rounds and a lost worker costs one step. The links are dropped.
 */
export async function settle(work: Workspace, given: string): Promise<string> {
  const aside: string[] = [];
  for (let links = given; ; ) {
    const least = await work.table('least', leastNeighbours(links));
    const leaf = await work.table('leaves', leaves(links, least));
    aside.push(leaf);
    const large = await work.table('large', largeStar(links, least, leaf));
    await work.drop(least, links);
    if ((await countOf(work.session, `select count(*) from ${large}`)) === 0) {
      await work.drop(large);
      return resolve(work, aside);
    }
    links = await work.table('small', smallStar(large));
    await work.drop(large);
  }
}

/** What was set aside last hangs on a least vertex; what went before, on that or on what is known by then. */
async function resolve(work: Workspace, aside: readonly string[]): Promise<string> {
  const union = (tables: readonly string[]) =>
    `(${tables.map((table) => `select u, m from ${table}`).join(' union all ')})`;
  const known = [aside.at(-1)!];
  for (const leaf of aside.slice(0, -1).reverse()) {
    known.push(await work.table('resolved', resolved(leaf, union(known))));
    await work.drop(leaf);
  }
  return union(known);
}
