/** Templates: what of a page stays when names and numbers change. Lengths are in units of the page's longer edge unless told. */

/** What a piece of text is for; it says how much it weighs. `flow`: of a paragraph, which moves as values are longer or shorter; `value`: filled in. */
export type WordRole = 'title' | 'label' | 'plain' | 'flow' | 'value';

/** A piece of text without digits and marks, with its place. */
export interface TemplateWord {
  /** Half-width and folded; two characters or more. */
  readonly text: string;
  readonly role: WordRole;
  /** Centres of its first and last characters. */
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** Height of its characters. */
  readonly size: number;
}

/** A value that was filled in, digits and all: its place, and 24 bits of its text's hash. */
export interface TemplateFill {
  readonly hash: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** A straight line of print. */
export interface TemplateRule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A seal or another mark that is no text (logo, emblem, photograph). */
export interface TemplateMark {
  readonly kind: 'seal' | 'logo';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The page as a small picture. */
export interface PagePicture {
  readonly width: number;
  readonly height: number;
  /** How much darker than the paper around, 0–15, row-major. */
  readonly ink: Uint8Array;
  /** How red, 0–15; cells of twice the size (half the width and height, rounded). */
  readonly red: Uint8Array;
}

/** What verification needs of a page; some KB. */
export interface TemplateMaterial {
  /** Of the page; the longer one is 1. */
  readonly width: number;
  readonly height: number;
  readonly words: readonly TemplateWord[];
  readonly fills: readonly TemplateFill[];
  /** Null where no picture was at hand. */
  readonly rules: readonly TemplateRule[] | null;
  readonly marks: readonly TemplateMark[] | null;
  readonly picture: PagePicture | null;
}

export interface TemplateFingerprint {
  /** Slots of a weighted MinHash, equal in as large a share as two pages' fixed text and layout agree. */
  readonly sketch: Uint16Array;
  readonly material: TemplateMaterial;
}
