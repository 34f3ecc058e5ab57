import { readFileSync } from 'node:fs';
import { openUrlModel } from '../../src/index.ts';

export const model = openUrlModel(
  readFileSync(new URL('../../../../../models/url/model.json', import.meta.url), 'utf8'),
);
