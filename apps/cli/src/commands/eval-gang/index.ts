import {
  evaluateGangs,
  type GangSummary,
  innocentRows,
  type MinedGang,
  summariseGangs,
  type WorldOutcome,
} from '@jianzhen/evaluate';
import type { CaseTable, CodedError, TraceTable } from '@jianzhen/evidence';
import { createGangEngine, type EngineName } from '@jianzhen/gangs';
import { type Difficulty, gangTruths, planWorld, worldTables } from '@jianzhen/simulate';
import { writeLine } from '../../output/lines.ts';
import { progress, table } from '../../output/terminal.ts';
import { Status } from '../../status.ts';
import { componentGangs, DEGREE_CAP } from './baselines.ts';
import { reportedWorld, tuningWorld } from './seeds.ts';
import { caseSource, traceSource } from './sources.ts';

export interface EvalGangOptions {
  readonly json?: boolean;
  readonly seed: number;
  /** Cases of a world; plain ones are small, whatever is asked for. */
  readonly size: number;
  /** Worlds of each difficulty, of plain ones of each size. */
  readonly worlds: number;
  readonly difficulties: readonly Difficulty[];
  /** The worlds for fitting in place of those that figures are reported of. */
  readonly tuning?: boolean;
  readonly engine: EngineName;
}

/** Gangs below this probability are not shown to anybody. */
const THRESHOLD = 0.5;

type Miner = (cases: CaseTable, traces: TraceTable) => readonly MinedGang[] | Promise<readonly MinedGang[]>;

/** The miner on an engine, and what it is measured beside. */
const minersOn = (name: EngineName): Readonly<Record<string, Miner>> => ({
  jianzhen: async (cases, traces) => {
    const engine = createGangEngine(name);
    // No row of a made-up world may be left out: that would be a fault, not a figure.
    const fail = (error: CodedError) => {
      throw error;
    };
    try {
      const found = await engine.mine(caseSource(cases), traceSource(traces), fail, {
        leastScore: THRESHOLD,
      });
      return found.gangs;
    } finally {
      await engine.close();
    }
  },
  components: componentGangs,
  'components, capped': (cases, traces) => componentGangs(cases, traces, DEGREE_CAP),
});

/** Cases of plain worlds: a first trial, a small lender's year. */
const SMALL = [100, 300, 1_000, 3_000];

const HEAD = [
  'difficulty',
  'miner',
  'worlds',
  'pairwise precision %',
  'recall %',
  'F1 %',
  'B-cubed F1 %',
  'dens found %',
  'agencies linked %',
  'innocent flagged %',
  'mean of sorts %',
  'families flagged %',
  'first 20 right %',
  'all right %',
  'roles right %',
];

const percent = (value: number) => (Number.isFinite(value) ? (100 * value).toFixed(1) : '–');

const cells = (difficulty: string, miner: string, summary: GangSummary): string[] => [
  difficulty,
  miner,
  String(summary.worlds),
  ...[
    summary.pairwisePrecision,
    summary.pairwiseRecall,
    summary.pairwiseF1,
    summary.bCubedF1,
    summary.densFound,
    summary.agenciesLinked,
    summary.innocentFlagged,
    summary.innocentFlaggedBySort,
    summary.familiesFlagged,
    summary.precisionAt20,
    summary.precision,
    summary.rolesRight,
  ].map(percent),
];

/** `jianzhen eval gang`: worlds of unseen seeds past the miner and past plain components; metrics as the last line. */
export async function evalGang(options: EvalGangOptions): Promise<Status> {
  const { seed, size, worlds, difficulties, json } = options;
  const miners = minersOn(options.engine);
  const numberOf = options.tuning ? tuningWorld : reportedWorld;
  const sizesOf = (difficulty: Difficulty) => (difficulty === 'plain' ? SMALL : [size]);
  const bar = progress(worlds * difficulties.flatMap(sizesOf).length);
  const rows: { difficulty: Difficulty; miner: string; outcomes: WorldOutcome[] }[] = [];
  for (const difficulty of difficulties) {
    const outcomes = new Map(Object.keys(miners).map((miner) => [miner, [] as WorldOutcome[]]));
    const sizes = sizesOf(difficulty);
    for (let n = 0; n < worlds * sizes.length; n++) {
      const cases = sizes[n % sizes.length]!;
      const world = planWorld({ seed: numberOf(seed, n), cases, difficulty });
      const { cases: table, traces, truth } = worldTables(world);
      const truths = { caseId: table.caseId, cases: truth, gangs: gangTruths(world) };
      for (const [miner, mine] of Object.entries(miners)) {
        const start = performance.now();
        const mined = await mine(table, traces);
        const elapsedMs = Math.round(performance.now() - start);
        const outcome = evaluateGangs(truths, mined, THRESHOLD);
        outcomes.get(miner)!.push(outcome);
        if (json) writeLine({ world: world.seed, cases, difficulty, miner, ...outcome, elapsedMs });
      }
      bar.advance();
    }
    for (const [miner, all] of outcomes) rows.push({ difficulty, miner, outcomes: all });
  }
  bar.stop();
  const summaries = rows.map((row) => ({ ...row, summary: summariseGangs(row.outcomes) }));
  if (!json) {
    console.log(
      table(
        HEAD,
        summaries.map(({ difficulty, miner, summary }) => cells(difficulty, miner, summary)),
      ),
    );
    const own = rows.filter(({ miner }) => miner === 'jianzhen').flatMap(({ outcomes }) => outcomes);
    const innocent = innocentRows(own).map((row) => [row.sort, String(row.groups), String(row.flagged)]);
    console.log(table(['innocent groups', 'groups', 'flagged'], innocent));
  }
  const named = (difficulty: Difficulty) =>
    Object.fromEntries(
      summaries.filter((row) => row.difficulty === difficulty).map(({ miner, summary }) => [miner, summary]),
    );
  const main: Difficulty = difficulties.includes('standard') ? 'standard' : difficulties[0]!;
  const { jianzhen, ...baselines } = named(main);
  const others = difficulties.filter((difficulty) => difficulty !== main);
  writeLine({
    cases: size,
    difficulty: main,
    ...jianzhen,
    baselines,
    ...Object.fromEntries(others.map((difficulty) => [difficulty, named(difficulty).jianzhen])),
  });
  return Status.done;
}
