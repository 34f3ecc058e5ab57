import type { Signal } from '../signal.ts';
import { copyMove } from './copy-move/index.ts';
import { doubleJpeg } from './double-jpeg/index.ts';
import { fileStructure } from './file-structure/index.ts';
import { jpegGrid } from './jpeg-grid/index.ts';
import { jpegHistory } from './jpeg-history/index.ts';
import { metadata } from './metadata/index.ts';

/** Every signal of the room; a new one is a folder and a line here. */
export const signals: readonly Signal[] = [
  copyMove,
  doubleJpeg,
  jpegHistory,
  jpegGrid,
  fileStructure,
  metadata,
];
