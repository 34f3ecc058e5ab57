import { digitSubstitution } from './digit-substitution.ts';
import { eraseText } from './erase.ts';
import { retouch } from './held-out/retouch.ts';
import { seamlessClone } from './held-out/seamless-clone.ts';
import { warp } from './held-out/warp.ts';
import { resave } from './in-place/resave.ts';
import { rescale } from './in-place/rescale.ts';
import { smooth } from './in-place/smooth.ts';
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

/**
 * Pieces taken through something and laid back: they read as before, so nobody forges so, but what is left to find is what every
 * forgery leaves. For training alone; sets hold them where they are asked for by name.
 */
const IN_PLACE = { resave, smooth, rescale } satisfies Record<string, Edit>;

/** Families that only the test split may hold: how far detection carries to what nothing was fitted on. */
const HELD_OUT = { 'seamless-clone': seamlessClone, warp, retouch } satisfies Record<string, Edit>;

export const EDITS = { ...LEARNED, ...IN_PLACE, ...HELD_OUT };

export type Operation = keyof typeof EDITS;
export const ALL_OPERATIONS = Object.keys(LEARNED) as readonly Operation[];
export const IN_PLACE_OPERATIONS = Object.keys(IN_PLACE) as readonly Operation[];
export const HELD_OUT_OPERATIONS = Object.keys(HELD_OUT) as readonly Operation[];

/** The operations that a set is made of unless told otherwise; earlier figures were measured on them. */
export const OPERATIONS = ['copy-move', 'splice', 'erase', 'retype'] as const satisfies readonly Operation[];

export { readSheet, type Scene, type Sheet } from './scene.ts';
