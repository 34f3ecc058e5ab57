import { createHash } from 'node:crypto';
import type { Ensemble } from '@jianzhen/detector-document';
import type { FitSample } from './samples.ts';

/** Trees and for how many rounds they were grown. */
export interface Learned {
  readonly ensemble: Ensemble;
  readonly rounds: number;
}

const FOLDS = 4;

/** All pages of a source in one fold. */
const foldOf = (source: string) => createHash('sha1').update(`fold ${source}`).digest()[0]! % FOLDS;

const sourceOf = (page: FitSample | { readonly sample: FitSample }) =>
  'sample' in page ? page.sample.source : page.source;

/**
 * Trees for each fold of sources, fitted on the other folds and stopped on this one (Stone, "Cross-validatory choice and assessment
 * of statistical predictions", 1974): `answers` of each page by trees that did not see its source, in the order of `pages`, and the
 * mean number of rounds, for a fit on all.
 */
export function crossFitted<Page extends FitSample | { readonly sample: FitSample }, Answer>(
  pages: readonly Page[],
  learn: (learned: readonly Page[], held: readonly Page[]) => Learned,
  answer: (held: readonly Page[], ensemble: Ensemble) => readonly Answer[],
): { answers: Answer[]; rounds: number } {
  const answers = new Map<Page, Answer>();
  let rounds = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = pages.filter((page) => foldOf(sourceOf(page)) === fold);
    const { ensemble, rounds: taken } = learn(
      pages.filter((page) => foldOf(sourceOf(page)) !== fold),
      held,
    );
    rounds += taken / FOLDS;
    answer(held, ensemble).forEach((one, i) => {
      answers.set(held[i]!, one);
    });
  }
  return { answers: pages.map((page) => answers.get(page)!), rounds: Math.round(rounds) };
}
