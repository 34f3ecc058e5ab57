import type { Picture } from '../../picture.ts';
import type { Random } from '../../random.ts';
import type { Script } from '../types.ts';

/** Befalls a genuine page before any device sees it; changes the page in place. */
export type Hardship = (page: Picture, random: Random, script: Script) => void;
