import type { Operation } from '../types.ts';
import { eraseText } from './erase.ts';
import { retype } from './retype.ts';
import type { Edit } from './scene.ts';
import { copyMove, splice } from './transplant.ts';

export const EDITS: Readonly<Record<Operation, Edit>> = {
  'copy-move': copyMove,
  splice,
  erase: eraseText,
  retype,
};

export { readSheet, type Scene, type Sheet } from './scene.ts';
