import {
  evaluateGangs,
  type GangSummary,
  innocentRows,
  type MinedGang,
  summariseGangs,
  type WorldOutcome,
} from '@jianzhen/evaluate';
import type { CaseTable, TraceTable } from '@jianzhen/evidence';
import { mineGangs } from '@jianzhen/gangs';
import { type Difficulty, gangTruths, planWorld, worldTables } from '@jianzhen/simulate';
import { writeLine } from '../../output/lines.ts';
import { progress, table } from '../../output/terminal.ts';
import { Status } from '../../status.ts';
import { componentGangs, DEGREE_CAP } from './baselines.ts';
import { reportedWorld, tuningWorld } from './seeds.ts';

export interface EvalGangOptions {
  readonly json?: boolean;
  readonly seed: number;
  /** Cases of a world. */
  readonly size: number;
  /** Worlds of each difficulty. */
  readonly worlds: number;
  readonly difficulties: readonly Difficulty[];
  /** The worlds for fitting in place of those that figures are reported of. */
  readonly tuning?: boolean;
}

/** Gangs below this probability are not shown to anybody. */
const THRESHOLD = 0.5;

type Miner = (cases: CaseTable, traces: TraceTable) => readonly MinedGang[];

const MINERS: Readonly<Record<string, Miner>> = {
  jianzhen: mineGangs,
  components: componentGangs,
  'components, capped': (cases, traces) => componentGangs(cases, traces, DEGREE_CAP),
};

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
  'families flagged %',
  'first 20 right %',
  'all right %',
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
    summary.familiesFlagged,
    summary.precisionAt20,
    summary.precision,
  ].map(percent),
];

/** `jianzhen eval gang`: worlds of unseen seeds past the miner and past plain components; metrics as the last line. */
export function evalGang(options: EvalGangOptions): Status {
  const { seed, size, worlds, difficulties, json } = options;
  const numberOf = options.tuning ? tuningWorld : reportedWorld;
  const bar = progress(worlds * difficulties.length);
  const rows: { difficulty: Difficulty; miner: string; outcomes: WorldOutcome[] }[] = [];
  for (const difficulty of difficulties) {
    const outcomes = new Map(Object.keys(MINERS).map((miner) => [miner, [] as WorldOutcome[]]));
    for (let n = 0; n < worlds; n++) {
      const world = planWorld({ seed: numberOf(seed, n), cases: size, difficulty });
      const { cases, traces, truth } = worldTables(world);
      const truths = { caseId: cases.caseId, cases: truth, gangs: gangTruths(world) };
      for (const [miner, mine] of Object.entries(MINERS)) {
        const start = performance.now();
        const mined = mine(cases, traces);
        const elapsedMs = Math.round(performance.now() - start);
        const outcome = evaluateGangs(truths, mined, THRESHOLD);
        outcomes.get(miner)!.push(outcome);
        if (json) writeLine({ world: world.seed, difficulty, miner, ...outcome, elapsedMs });
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
  const main = difficulties.includes('standard') ? 'standard' : difficulties[0]!;
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
