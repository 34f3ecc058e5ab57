// Brümmer and du Preez, "Application-independent evaluation of speaker detection" (2006): cost of log-likelihood ratios in bits, and its
// least value over monotone maps, by pool adjacent violators.
import { softplus } from '@jianzhen/evidence';
import type { SortedTrials } from './trials.ts';

/** 0 perfect, 1 as good as saying nothing; above 1 the ratios mislead. Scores are natural log-likelihood ratios. */
export function cllr({ scores, labels, order }: SortedTrials, weights?: ArrayLike<number>): number {
  const cost = [0, 0];
  const total = [0, 0];
  for (let i = 0; i < scores.length; i++) {
    const weight = weights ? weights[order[i]!]! : 1;
    cost[labels[i]!]! += weight * softplus(labels[i] ? -scores[i]! : scores[i]!);
    total[labels[i]!]! += weight;
  }
  return (cost[0]! / total[0]! + cost[1]! / total[1]!) / (2 * Math.LN2);
}

interface Block {
  targets: number;
  count: number;
}

/** `cllr` after the best monotone map of this very set's scores: what of the cost is not calibration's fault. */
export function minCllr({ scores, labels }: SortedTrials): number {
  const blocks: Block[] = [];
  for (let i = 0; i < labels.length; ) {
    const block = { targets: 0, count: 0 };
    for (const score = scores[i]; i < labels.length && scores[i] === score; i++) {
      block.targets += labels[i]!;
      block.count++;
    }
    blocks.push(block);
    for (let last = blocks.at(-2); last && rises(last, blocks.at(-1)!); last = blocks.at(-2)) {
      const { targets, count } = blocks.pop()!;
      last.targets += targets;
      last.count += count;
    }
  }
  const targets = blocks.reduce((sum, block) => sum + block.targets, 0);
  const others = labels.length - targets;
  let cost = 0;
  for (const block of blocks) {
    const odds = (block.targets * others) / ((block.count - block.targets) * targets);
    if (block.targets > 0) cost += (block.targets / targets) * Math.log2(1 + 1 / odds);
    if (block.count > block.targets) cost += ((block.count - block.targets) / others) * Math.log2(1 + odds);
  }
  return targets > 0 && others > 0 ? cost / 2 : Number.NaN;
}

/** Whether the share of targets does not grow from one block to the next, so that the two are one. */
const rises = (before: Block, after: Block) => before.targets * after.count >= after.targets * before.count;
