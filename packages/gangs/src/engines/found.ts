import type { Mined } from '../mine.ts';
import { hubsOf } from '../told/hubs.ts';
import { linksOf } from '../told/links.ts';
import type { FoundGangs } from './port.ts';

/** What mining found, as the port tells it. */
export const foundGangs = ({ gangs, graph, weighed }: Mined): FoundGangs => ({
  gangs: gangs.map(({ gang }) => gang),
  *links() {
    for (const gang of gangs) yield* linksOf(graph, weighed, gang);
  },
  hubs: () => hubsOf(graph, weighed),
});
