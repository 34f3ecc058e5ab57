import { mine } from '../../mine.ts';
import { foundGangs } from '../found.ts';
import type { EngineName, GangEngine } from '../port.ts';
import { sqlComponents } from './components.ts';
import type { SqlSession } from './session.ts';
import { shareTables } from './share.ts';
import { Workspace } from './workspace.ts';

/** An engine of any SQL database; it is opened when the first question comes, and working tables are gone when it closes. */
export function sqlEngine(name: EngineName, open: () => Promise<SqlSession>): GangEngine {
  let opened: Promise<Workspace> | null = null;
  const workspace = () => {
    opened ??= open().then((session) => new Workspace(session));
    return opened;
  };
  return {
    name,
    components: async (edges, tell) => sqlComponents(await workspace(), edges, tell),
    async mine(cases, traces, tell, options = {}) {
      const shared = await shareTables(await workspace(), cases, traces, tell);
      return foundGangs(mine(shared.cases, shared.traces, { ...options, whole: shared.whole }));
    },
    async close() {
      // An engine that never opened has nothing to close, and says why where it was asked for.
      const work = await opened?.catch(() => null);
      if (!work) return;
      try {
        await work.clear();
      } finally {
        await work.session.close();
      }
    },
  };
}
