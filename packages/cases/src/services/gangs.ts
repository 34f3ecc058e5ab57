import { firstOf, nameOf } from '../clusters.ts';
import { errors } from '../errors.ts';
import type { FirstSight, FoundGang, GangDecision, GangReview, GangSummary, MiningRun } from '../gang.ts';
import type { GangStore, OutsideCase, OutsideTrace } from '../ports/index.ts';

export interface GangDetail extends FoundGang {
  /** The last first. */
  readonly reviews: GangReview[];
  /** What it supplies, and what supplies it. */
  readonly kin: GangSummary[];
  /** Where traces that are named after a seal or page on record come from. */
  readonly sights: FirstSight[];
}

/** Gangs that are shown of a forger's. */
const KIN = 200;

/** What investigators ask of gangs. Names that do not exist throw `gang.not-found`. */
export function createGangs(store: GangStore, now: () => Date = () => new Date()) {
  const find = async (name: string): Promise<FoundGang> => {
    const gang = await store.findGang(name);
    if (!gang) throw errors('gang.not-found', { name });
    return gang;
  };
  const sightsOf = async ({ traces }: FoundGang): Promise<FirstSight[]> => {
    const named = traces.flatMap((trace) => firstOf(trace) ?? []);
    const sights = named.length > 0 ? await store.sightsOf(named) : [];
    return sights.map(({ id, ...sight }) => ({ ...sight, value: nameOf({ kind: sight.kind, id }) }));
  };
  return {
    async list(query: {
      limit: number;
      offset: number;
    }): Promise<{ gangs: GangSummary[]; run: MiningRun | null }> {
      const [gangs, [run]] = await Promise.all([store.listGangs(query), store.listRuns(1)]);
      return { gangs, run: run ?? null };
    },

    async get(name: string): Promise<GangDetail> {
      const gang = await find(name);
      const names = [...(gang.upstream ? [gang.upstream] : []), ...gang.downstream].slice(0, KIN);
      const kin = await Promise.all(names.map((other) => store.findGang(other)));
      return {
        ...gang,
        reviews: await store.reviewsOf(name),
        kin: kin.flatMap((other) => (other ? [{ ...other, cases: other.cases.length }] : [])),
        sights: await sightsOf(gang),
      };
    },

    async review(
      name: string,
      { decision, by, note }: { decision: GangDecision; by: string; note?: string | null },
    ): Promise<FoundGang> {
      const gang = await find(name);
      const review: GangReview = { decision, by, note: note ?? null, at: now().toISOString() };
      await store.addReview(name, review);
      return { ...gang, review };
    },

    runs: (limit: number): Promise<MiningRun[]> => store.listRuns(limit),

    add: (cases: readonly OutsideCase[], traces: readonly OutsideTrace[]): Promise<void> =>
      store.addOutside(cases, traces),
  };
}
export type Gangs = ReturnType<typeof createGangs>;
