import type { Signal } from '../signal.ts';
import { cleanBackground } from './clean-background/index.ts';
import { copyMove } from './copy-move/index.ts';
import { doubleJpeg } from './double-jpeg/index.ts';
import { errorLevel } from './error-level/index.ts';
import { fileStructure } from './file-structure/index.ts';
import { inkColour } from './ink-colour/index.ts';
import { jpegGhost } from './jpeg-ghost/index.ts';
import { jpegGrid } from './jpeg-grid/index.ts';
import { jpegHistory } from './jpeg-history/index.ts';
import { lineBlur } from './line-blur/index.ts';
import { lineNoise } from './line-noise/index.ts';
import { metadata } from './metadata/index.ts';
import { nonalignedJpeg } from './nonaligned-jpeg/index.ts';
import { paperNoise } from './paper-noise/index.ts';

/** Every signal of the room; a new one is a folder and a line here. */
export const signals: readonly Signal[] = [
  copyMove,
  doubleJpeg,
  jpegHistory,
  jpegGrid,
  nonalignedJpeg,
  jpegGhost,
  fileStructure,
  metadata,
  cleanBackground,
  errorLevel,
  inkColour,
  lineBlur,
  lineNoise,
  paperNoise,
];
