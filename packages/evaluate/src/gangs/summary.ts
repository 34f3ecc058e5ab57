import { seeded } from '@jianzhen/learn';
import { bootstrap, type Interval, wilson } from '../metrics.ts';
import type { WorldOutcome } from './evaluate.ts';
import type { InnocentRow } from './innocents.ts';

/** Families are so many that they would hide the others: they are told apart. */
const FAMILY = 'family';

/** Means over worlds, with 95% intervals: bootstrap over worlds, Wilson for shares of worlds, groups and gangs. */
export interface GangSummary {
  readonly worlds: number;
  readonly pairwisePrecision: number;
  readonly pairwiseRecall: number;
  readonly pairwiseF1: number;
  readonly bCubedF1: number;
  /** Share of worlds with dens where every one was found, with role forger. */
  readonly denFound: number;
  /** Share of dens found; of their agencies those that are linked to them. */
  readonly densFound: number;
  readonly agenciesLinked: number;
  readonly innocentFlagged: number;
  /** The mean over the sorts of groups: issuers and couriers are many and easy, law firms few and hard. */
  readonly innocentFlaggedBySort: number;
  readonly familiesFlagged: number;
  readonly precisionAt20: number;
  /** Of all gangs at the threshold or above. */
  readonly precision: number;
  /** Of right gangs those whose role is right. */
  readonly rolesRight: number;
  readonly piecesPerAgency: number;
  readonly intervals: Readonly<
    Record<'pairwiseF1' | 'denFound' | 'agenciesLinked' | 'innocentFlagged' | 'precisionAt20', Interval>
  >;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]): number =>
  values.length > 0 ? sum(values) / values.length : Number.NaN;

export function summariseGangs(worlds: readonly WorldOutcome[]): GangSummary {
  const of = (value: (world: WorldOutcome) => number) => mean(worlds.map(value));
  const dens = worlds.flatMap((world) => world.dens);
  const agencies = sum(dens.map((den) => den.agencies));
  const linked = sum(dens.map((den) => den.linked));
  const rows = innocentRows(worlds);
  const others = rows.filter(({ sort }) => sort !== FAMILY);
  const groups = sum(others.map((row) => row.groups));
  const flagged = sum(others.map((row) => row.flagged));
  const family = rows.find(({ sort }) => sort === FAMILY);
  const denWorlds = worlds.filter((world) => world.dens.length > 0);
  const whole = denWorlds.filter((world) => world.dens.every(({ found }) => found)).length;
  const firsts = worlds.flatMap(({ precisionAt20: p }) => (p === null ? [] : [p]));
  const f1 = (all: readonly WorldOutcome[]) => mean(all.map((world) => world.pairwise.f1));
  const random = seeded(1);
  return {
    worlds: worlds.length,
    pairwisePrecision: of((world) => world.pairwise.precision),
    pairwiseRecall: of((world) => world.pairwise.recall),
    pairwiseF1: f1(worlds),
    bCubedF1: of((world) => world.bCubed.f1),
    denFound: whole / denWorlds.length,
    densFound: dens.filter(({ found }) => found).length / dens.length,
    agenciesLinked: linked / agencies,
    innocentFlagged: flagged / groups,
    innocentFlaggedBySort: mean(others.map((row) => row.flagged / row.groups)),
    familiesFlagged: family ? family.flagged / family.groups : 0,
    precisionAt20: mean(firsts),
    precision: sum(worlds.map(({ right }) => right)) / sum(worlds.map(({ gangs }) => gangs)),
    rolesRight: sum(worlds.map(({ roles }) => roles)) / sum(worlds.map(({ right }) => right)),
    piecesPerAgency: of((world) => world.pieces),
    intervals: {
      pairwiseF1: bootstrap(
        worlds.map((world) => [world]),
        f1,
        random,
      ),
      denFound: wilson(whole, denWorlds.length),
      agenciesLinked: wilson(linked, agencies),
      innocentFlagged: wilson(flagged, groups),
      precisionAt20: bootstrap(
        firsts.map((first) => [first]),
        mean,
        random,
      ),
    },
  };
}

/** Innocent groups of all worlds together, a row a sort. */
export function innocentRows(worlds: readonly WorldOutcome[]): InnocentRow[] {
  const bySort = Map.groupBy(
    worlds.flatMap(({ innocents }) => innocents),
    ({ sort }) => sort,
  );
  return [...bySort].map(([sort, rows]) => ({
    sort,
    groups: sum(rows.map((row) => row.groups)),
    flagged: sum(rows.map((row) => row.flagged)),
  }));
}
