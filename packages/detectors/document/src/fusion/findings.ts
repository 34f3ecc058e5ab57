import {
  type Finding,
  format,
  type Message,
  type OperatingPoints,
  type Region,
  verdictOf,
} from '@jianzhen/evidence';
import { connectedRegions, maskWhere, regionInPixels } from '@jianzhen/raster';
import { messages, reasons } from '../messages.ts';
import type { Candidate } from '../signal.ts';
import { CELL } from '../signal.ts';
import { sigmoid } from './model.ts';
import { STRUCTURAL, structuralProbability } from './structure.ts';
import { type Ensemble, explainRow } from './trees.ts';

/** More boxes than this help no reviewer. */
const MOST_REGIONS = 8;
/** A reason that adds less than this share of the strongest one is left unsaid. */
const WEIGHTY = 0.35;
const MOST_REASONS = 3;

export interface AlteredGroup {
  readonly region: Region;
  /** Cells of the group. */
  readonly cells: readonly number[];
  /** Mean log-odds of its cells in the mask. */
  readonly score: number;
}

/** Groups of cells with log-odds above 0, the most telling first: strong ones before large ones. */
export function alteredGroups(
  scores: Float32Array,
  columns: number,
  page: { width: number; height: number },
): AlteredGroup[] {
  const { labels, regions } = connectedRegions(
    maskWhere(scores, (score) => score >= 0),
    columns,
  );
  const cells: number[][] = regions.map(() => []);
  labels.forEach((label, cell) => {
    if (label > 0) cells[label - 1]!.push(cell);
  });
  const groups = regions.map((region) => {
    const members = cells[region.label - 1]!;
    const score = members.reduce((sum, cell) => sum + scores[cell]!, 0) / members.length;
    return { region: regionInPixels(region, page, CELL), cells: members, score };
  });
  return groups.sort((a, b) => b.score * Math.sqrt(b.cells.length) - a.score * Math.sqrt(a.cells.length));
}

/** The signals that spoke loudest for a group: contributions of its mean cell, summed by signal. */
function loudest(ensemble: Ensemble, planes: readonly Float32Array[], group: AlteredGroup): string[] {
  const mean = Float32Array.from(
    planes,
    (plane) => group.cells.reduce((sum, cell) => sum + plane[cell]!, 0) / group.cells.length,
  );
  const bySignal = new Map<string, number>();
  explainRow(ensemble, mean).contributions.forEach((value, i) => {
    const signal = ensemble.features[i]!.split('.')[0]!;
    bySignal.set(signal, (bySignal.get(signal) ?? 0) + value);
  });
  const sorted = [...bySignal].filter(([, value]) => value > 0).sort((a, b) => b[1] - a[1]);
  const most = sorted[0]?.[1] ?? 0;
  return sorted
    .filter(([, value]) => value >= WEIGHTY * most)
    .slice(0, MOST_REASONS)
    .map(([signal]) => signal);
}

const joined = (signals: readonly string[]): Message => ({
  zh: signals.map((signal) => reasons[signal]!.zh).join('；'),
  en: signals.map((signal) => reasons[signal]!.en).join('; '),
});

function overlap(a: Region, b: Region): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / Math.min(a.width * a.height, b.width * b.height);
}

export interface SignalCandidate {
  readonly signal: string;
  readonly candidate: Candidate;
}

export interface FindingInput {
  readonly probability: number;
  readonly points: OperatingPoints;
  readonly groups: readonly AlteredGroup[];
  readonly candidates: readonly SignalCandidate[];
  readonly cell: Ensemble;
  /** The cell ensemble's inputs, a plane each. */
  readonly planes: readonly Float32Array[];
}

/**
 * What a person is told: a finding for each altered group, in the words of a signal that has a say of its own on that
 * place, and the file's structural signs. A signal's own candidate that the fused map does not bear out stays unsaid.
 */
export function findings(input: FindingInput): Finding[] {
  const verdict = verdictOf(input.probability, input.points);
  const out: Finding[] = [];
  const told = new Set<Candidate>();
  if (verdict !== 'genuine') {
    for (const group of input.groups.slice(0, MOST_REGIONS)) {
      // A cell's log-odds hold for a forged page; what a person reads is for this page, forged or not.
      const probability = sigmoid(group.score) * input.probability;
      const severity = verdict === 'forged' ? 'high' : 'medium';
      const spoken = input.candidates.filter(
        ({ signal, candidate }) =>
          !STRUCTURAL.has(signal) &&
          candidate.region &&
          overlap(candidate.region, group.region) > 0.3 &&
          !told.has(candidate),
      );
      for (const { signal, candidate } of spoken) {
        told.add(candidate);
        out.push({
          code: candidate.code,
          severity,
          probability,
          region: candidate.region,
          message: candidate.message,
          signal,
          ...(candidate.values ? { values: candidate.values } : {}),
        });
      }
      if (spoken.length > 0) continue;
      const signals = loudest(input.cell, input.planes, group);
      if (signals.length === 0) continue;
      out.push({
        code: 'document.region-altered',
        severity,
        probability,
        region: group.region,
        message: {
          zh: format(messages.altered, { reasons: joined(signals).zh }).zh,
          en: format(messages.altered, { reasons: joined(signals).en }).en,
        },
        signal: signals[0]!,
        values: { cells: group.cells.length, signals: signals.join(',') },
      });
    }
  }
  for (const { signal, candidate } of input.candidates) {
    if (!STRUCTURAL.has(signal)) continue;
    const { code, severity, region, message, values } = candidate;
    // An `info` states a fact that was read; the others state a suspicion.
    const probability = severity === 'info' ? 1 : structuralProbability(candidate);
    out.push({ code, severity, probability, region, message, signal, ...(values ? { values } : {}) });
  }
  const rank = { high: 0, medium: 1, low: 2, info: 3 };
  return out.sort((a, b) => rank[a.severity] - rank[b.severity] || b.probability - a.probability);
}
