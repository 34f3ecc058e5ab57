import { digitSubstitution } from './digit-substitution.ts';
import { eraseText } from './erase.ts';
import { inpaintErase } from './inpaint-erase.ts';
import { regenerate } from './regenerate.ts';
import { retype } from './retype.ts';
import type { Edit } from './scene.ts';
import { sealPaste } from './seal-paste.ts';
import { signaturePaste } from './signature-paste.ts';
import { copyMove, splice } from './transplant.ts';

/** Every family of forgery; a new one is a file beside this one and a line here. */
export const EDITS = {
  'copy-move': copyMove,
  splice,
  erase: eraseText,
  retype,
  'digit-substitution': digitSubstitution,
  'seal-paste': sealPaste,
  'signature-paste': signaturePaste,
  'inpaint-erase': inpaintErase,
  regenerate,
} satisfies Record<string, Edit>;

export type Operation = keyof typeof EDITS;
export const ALL_OPERATIONS = Object.keys(EDITS) as readonly Operation[];

/** The operations that a set is made of unless told otherwise; earlier figures were measured on them. */
export const OPERATIONS = ['copy-move', 'splice', 'erase', 'retype'] as const satisfies readonly Operation[];

export { readSheet, type Scene, type Sheet } from './scene.ts';
