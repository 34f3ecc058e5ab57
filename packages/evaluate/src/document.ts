import { seeded } from '@jianzhen/learn';
import { errors } from './errors.ts';
import {
  auc,
  balancedAccuracy,
  bootstrap,
  countsAt,
  f1,
  type Interval,
  iou,
  type MaskHistogram,
  oracleF1,
  ratesAt,
  tprAtFpr,
  wilson,
} from './metrics.ts';

/** One picture's outcome. */
export interface DocumentOutcome {
  readonly file: string;
  readonly label: 0 | 1;
  readonly probability: number;
  /** Against the true mask; null for genuine pictures and where the set has no mask. */
  readonly pixels: MaskHistogram | null;
  /** What must stay together when resampling: the source picture. */
  readonly source: string;
  readonly op: string;
  readonly pipeline: string;
}

export interface DocumentMetrics {
  readonly images: number;
  readonly auc: number;
  /** At the verdict's `suspicious` point. */
  readonly balancedAccuracy: number;
  readonly tprAt1Fpr: number;
  /** Mean over forged pictures with a mask, at the fixed threshold of 128. */
  readonly pixelF1: number;
  readonly pixelIou: number;
  /** The same F1 with the best threshold for each picture: what a threshold alone could still gain. */
  readonly pixelF1Oracle: number;
  /** At the verdict's `forged` point. */
  readonly recallForged: number;
  readonly falseAlarmsForged: number;
}

export interface Thresholds {
  readonly suspicious: number;
  readonly forged: number;
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

export function documentMetrics(outcomes: readonly DocumentOutcome[], points: Thresholds): DocumentMetrics {
  const scores = outcomes.map((o) => o.probability);
  const labels = outcomes.map((o) => o.label);
  const masks = outcomes.flatMap((o) => (o.pixels ? [o.pixels] : []));
  const counts = masks.map((mask) => countsAt(mask));
  const forged = ratesAt(scores, labels, points.forged);
  return {
    images: outcomes.length,
    auc: auc(scores, labels),
    balancedAccuracy: balancedAccuracy(scores, labels, points.suspicious),
    tprAt1Fpr: tprAtFpr(scores, labels, 0.01),
    pixelF1: mean(counts.map(f1)),
    pixelIou: mean(counts.map(iou)),
    pixelF1Oracle: mean(masks.map(oracleF1)),
    recallForged: forged.tpr,
    falseAlarmsForged: forged.fpr,
  };
}

export interface DocumentTableRow extends DocumentMetrics {
  readonly op: string;
  readonly pipeline: string;
}

/** All together, per pipeline, per operation, and every pair; each subset keeps the untouched twins of its pipelines. */
export function documentTable(outcomes: readonly DocumentOutcome[], points: Thresholds): DocumentTableRow[] {
  const ops = [...new Set(outcomes.filter((o) => o.label).map((o) => o.op))].sort();
  const pipelines = [...new Set(outcomes.map((o) => o.pipeline))].sort();
  const row = (op: string, pipeline: string): DocumentTableRow[] => {
    const subset = outcomes.filter(
      (o) => (pipeline === 'all' || o.pipeline === pipeline) && (op === 'all' || !o.label || o.op === op),
    );
    if (!subset.some((o) => o.label) || subset.every((o) => o.label)) return [];
    return [{ op, pipeline, ...documentMetrics(subset, points) }];
  };
  return [
    ...row('all', 'all'),
    ...(pipelines.length > 1 ? pipelines.flatMap((pipeline) => row('all', pipeline)) : []),
    ...(ops.length > 1 ? ops.flatMap((op) => row(op, 'all')) : []),
    ...(ops.length > 1 && pipelines.length > 1
      ? pipelines.flatMap((pipeline) => ops.flatMap((op) => row(op, pipeline)))
      : []),
  ];
}

/** 95% intervals: bootstrap over source pictures (seeded), Wilson for the false-alarm rate. */
export function documentIntervals(
  outcomes: readonly DocumentOutcome[],
  points: Thresholds,
  seed = 1,
): Record<string, Interval> {
  if (!outcomes.some((o) => o.label) || outcomes.every((o) => o.label)) throw errors('eval.one-class');
  const bySource = new Map<string, DocumentOutcome[]>();
  for (const o of outcomes) bySource.set(o.source, [...(bySource.get(o.source) ?? []), o]);
  const groups = [...bySource.values()];
  const interval = (pick: (m: DocumentMetrics) => number) =>
    bootstrap(groups, (items) => pick(documentMetrics(items, points)), seeded(seed), 200);
  const genuine = outcomes.filter((o) => !o.label);
  return {
    auc: interval((m) => m.auc),
    balancedAccuracy: interval((m) => m.balancedAccuracy),
    tprAt1Fpr: interval((m) => m.tprAt1Fpr),
    pixelF1: interval((m) => m.pixelF1),
    falseAlarmsForged: wilson(genuine.filter((o) => o.probability >= points.forged).length, genuine.length),
  };
}
