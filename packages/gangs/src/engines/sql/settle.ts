import { countOf } from './session.ts';
import { largeStar, leastNeighbours, smallStar, unsettled } from './stars.ts';
import type { Workspace } from './workspace.ts';

/**
 * Connected components of links (columns `u` > `v`): a table of every vertex `u` that is not the least of its component, with
 * that least one as `m`. Every step is written out before the next reads it, so that a plan never grows with the rounds and a
 * lost worker costs one step. Links are left in place.
 */
export async function settle(work: Workspace, given: string): Promise<string> {
  let links = given;
  for (;;) {
    const least = await work.table('least', leastNeighbours(links));
    if ((await countOf(work.session, unsettled(least))) === 0) {
      await work.drop(links);
      return least;
    }
    const large = await work.table('large', largeStar(links, least));
    await work.drop(least, links);
    links = await work.table('small', smallStar(large));
    await work.drop(large);
  }
}
