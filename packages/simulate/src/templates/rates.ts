import type { Random } from '../random.ts';
import type { TemplateCapture } from './capture.ts';

/** How often and how far a reader errs. Lengths in ems of the text. */
export interface ReadingRates {
  /** Shares of characters: read as another, not read, put in. */
  readonly misread: number;
  readonly lost: number;
  readonly added: number;
  /** The same where a seal lies over the text. */
  readonly underSeal: { readonly misread: number; readonly lost: number; readonly added: number };
  /** Share of lines not read at all. */
  readonly lineLost: number;
  /** Probability that pieces are read as one line: gaps below 0.4 em, below 1 em, below 2 em. */
  readonly joined: { readonly close: number; readonly near: number; readonly far: number };
  /** Deviations: a line's place across and along, a character's place along, log of a box's height. */
  readonly shiftX: number;
  readonly shiftY: number;
  readonly character: number;
  readonly height: number;
  /** Height of a character's box in ems. */
  readonly boxHeight: number;
}

const usual: ReadingRates = {
  misread: 0.006,
  lost: 0.003,
  added: 0.002,
  underSeal: { misread: 0.08, lost: 0.08, added: 0.04 },
  lineLost: 0.004,
  joined: { close: 0.9, near: 0.7, far: 0.15 },
  shiftX: 0.1,
  shiftY: 0.05,
  character: 0.12,
  height: 0.06,
  boxHeight: 1.2,
};

export const readingRates: Readonly<Record<TemplateCapture, ReadingRates>> = {
  scan: usual,
  phone: usual,
  chat: usual,
};

const PRINTED =
  '日目曰口中国田由甲申未末土士干千大太天夫己已巳人入八力刀万方名各户卢证订话活贷货单早号马鸟区医';

/** Another character of print. */
export function confused(character: string, random: Random): string {
  const digit = /[0-9]/.test(character) ? '0123456789' : PRINTED;
  return random.pick([...digit].filter((other) => other !== character));
}
