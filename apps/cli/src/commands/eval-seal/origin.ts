import {
  judgeOrigin,
  type LocatedSeal,
  type OriginNetwork,
  pageSeal,
  rectifySeal,
} from '@jianzhen/detector-seal';
import { balancedAccuracy, type Judgement, overlap, wilson } from '@jianzhen/evaluate';
import type { Seal } from '@jianzhen/evidence';
import type { LoadedSealPage, SealSample } from './sets.ts';

/** What was said of a seal that was found, and what is true of it. */
export interface OriginOutcome {
  readonly part: string;
  /** `tile` for real imprints, of which only that is known; `electronic seal` for their real pictures. */
  readonly maker: string;
  readonly capture: string;
  readonly origin: Seal['origin'];
  readonly probability: number;
  /** Milliseconds that judging took. */
  readonly judgeMs: number;
}

const SAME = 0.5;
/** Side of the patch; only how much of it was seen matters here. */
const SIDE = 64;
/** Tiles' imprints are at least so wide; what is smaller there is pasted, and too small to show texture. */
const WIDE = 100;

/** Judges every seal that was found where there is one. */
export async function originOutcomes(
  { part, maker: known }: SealSample,
  { image, seals, truth }: LoadedSealPage,
  found: readonly LocatedSeal[],
  network: OriginNetwork,
): Promise<OriginOutcome[]> {
  const outcomes: OriginOutcome[] = [];
  for (const seal of found) {
    const n = seals.findIndex(({ box }) => overlap(box, seal.region) >= SAME);
    if (n < 0) continue;
    const onPage = pageSeal(image, seal);
    const started = performance.now();
    const { origin, forgeryProbability } = await judgeOrigin(
      onPage,
      'jpeg',
      rectifySeal(onPage, SIDE),
      network,
    );
    const judgeMs = performance.now() - started;
    const common = { part, origin, probability: forgeryProbability, judgeMs };
    const maker = truth[n]?.maker ?? known ?? (seals[n]!.box.width >= WIDE ? 'tile' : 'small tile');
    outcomes.push({ ...common, maker, capture: seals[n]!.conditions.at(-1) ?? 'tile' });
  }
  return outcomes;
}

/** Whether the seals that were simulated were pressed or laid in; signatures' seals are neither. */
export const originJudgements = (outcomes: readonly OriginOutcome[]): Judgement[] =>
  outcomes
    .filter(({ maker, part }) => maker !== 'esign' && part === 'simulated')
    .map((one) => ({ probability: one.probability, label: isInk(one) ? 0 : 1 }));

const isInk = ({ maker }: OriginOutcome): boolean => maker === 'stamp' || maker === 'tile';
const share = (all: readonly OriginOutcome[], origin: Seal['origin']): number | null =>
  all.length === 0 ? null : all.filter((one) => one.origin === origin).length / all.length;

/** Metrics of the last line: pasted against ink at even odds, what was said by maker and by capture, and the time a seal. Signatures' seals are apart. */
export function originMetrics(outcomes: readonly OriginOutcome[]) {
  const asked = outcomes.filter(({ maker, part }) => maker !== 'esign' && part === 'simulated');
  const labels = asked.map((one) => (isInk(one) ? 0 : 1));
  const scores = asked.map(({ probability }) => probability);
  const accuracy = (group: readonly OriginOutcome[]): number | null => {
    const own = group.map((one) => (isInk(one) ? 0 : 1));
    const value = balancedAccuracy(
      group.map(({ probability }) => probability),
      own,
      SAME,
    );
    return Number.isNaN(value) ? null : value;
  };
  const elapsed = outcomes.map(({ judgeMs }) => judgeMs).sort((a, b) => a - b);
  const right = asked.filter((one, i) => one.probability >= SAME === (labels[i] === 1)).length;
  return {
    judgeMs: elapsed[elapsed.length >> 1] ?? null,
    seals: asked.length,
    balancedAccuracy: scores.length === 0 ? null : accuracy(asked),
    right: wilson(right, asked.length),
    byCapture: Object.fromEntries(
      [...Map.groupBy(asked, ({ capture }) => capture)].map(([capture, group]) => [capture, accuracy(group)]),
    ),
    byMaker: Object.fromEntries(
      [...Map.groupBy(outcomes, ({ maker }) => maker)].map(([maker, group]) => [
        maker,
        {
          seals: group.length,
          ink: share(group, 'ink'),
          pasted: share(group, 'pasted'),
          unknown: share(group, 'unknown'),
        },
      ]),
    ),
  };
}
