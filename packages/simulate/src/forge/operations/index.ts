import { digitSubstitution } from './digit-substitution.ts';
import { eraseText } from './erase.ts';
import { retouch } from './held-out/retouch.ts';
import { seamlessClone } from './held-out/seamless-clone.ts';
import { warp } from './held-out/warp.ts';
import { inpaintErase } from './inpaint-erase.ts';
import { regenerate } from './regenerate.ts';
import { retype } from './retype.ts';
import type { Edit } from './scene.ts';
import { sealPaste } from './seal-paste.ts';
import { signaturePaste } from './signature-paste.ts';
import { copyMove, splice } from './transplant.ts';

/** Families of forgery that models learn from; a new one is a file beside this one and a line here. */
const LEARNED = {
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

/** Families that only the test split may hold: how far detection carries to what nothing was fitted on. */
const HELD_OUT = { 'seamless-clone': seamlessClone, warp, retouch } satisfies Record<string, Edit>;

export const EDITS = { ...LEARNED, ...HELD_OUT };

export type Operation = keyof typeof EDITS;
export const ALL_OPERATIONS = Object.keys(LEARNED) as readonly Operation[];
export const HELD_OUT_OPERATIONS = Object.keys(HELD_OUT) as readonly Operation[];

/** The operations that a set is made of unless told otherwise; earlier figures were measured on them. */
export const OPERATIONS = ['copy-move', 'splice', 'erase', 'retype'] as const satisfies readonly Operation[];

export { readSheet, type Scene, type Sheet } from './scene.ts';
