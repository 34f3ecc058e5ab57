import type { Box, Picture } from '../../picture.ts';
import type { Random } from '../../random.ts';
import { findInk, type Ink } from '../ink.ts';
import { findTextLines, withoutRules } from '../lines.ts';
import type { Parameters, Script, TextLine } from '../types.ts';
import { findUnits, type Unit } from '../units.ts';

/** A captured page and what is known of it. */
export interface Sheet {
  readonly picture: Picture;
  readonly ink: Ink;
  /** The ink without the rules of forms and tables. */
  readonly text: Ink;
  readonly script: Script;
  /** CSS family that most of the page is set in, where known. */
  readonly family?: string;
  readonly units: readonly Unit[];
}

export interface Scene extends Sheet {
  /** What the edit writes on; starts as a copy of `picture`. */
  readonly page: Picture;
  readonly donor: Sheet | null;
  readonly random: Random;
  /** Pixels to alter, about. */
  readonly target: number;
  readonly parameters: Parameters;
}

/** Edits `scene.page`; returns the boxes it touched, empty where the page offers no place. */
export type Edit = (scene: Scene) => Box[] | Promise<Box[]>;

export interface Labels {
  /** Lines whose text is known; where null all are found on the page. */
  readonly lines: readonly TextLine[] | null;
  /** Whether there may be more lines than those. */
  readonly partial?: boolean;
  readonly script?: Script;
  readonly family?: string;
}

export function readSheet(picture: Picture, labels: Labels): Sheet {
  const { lines, partial = false, script = 'latin', family } = labels;
  const ink = findInk(picture);
  const text = withoutRules(ink);
  const found = lines && !partial ? [] : findTextLines(text);
  const units = findUnits(text, [...(lines ?? []), ...found]);
  return { picture, ink, text, script, units, ...(family ? { family } : {}) };
}
