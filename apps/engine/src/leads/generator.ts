import { createHash } from 'node:crypto';
import { defaultModel } from '@jianzhen/gangs';
import type { GeneratorFacts } from '@jianzhen/leads';

/** The fitted model that gangs are scored with, by its own weights. */
export function modelsOfGangs(): GeneratorFacts['models'] {
  const sha256 = createHash('sha256').update(JSON.stringify(defaultModel)).digest('hex');
  return [{ model: 'gangs/score', version: sha256.slice(0, 12), sha256 }];
}
