import type { Face } from '../vouchers/sheet.ts';

/** Kinds of values that fill a form; see `fillers.ts`. */
export type FillKind =
  | 'name'
  | 'sex'
  | 'age'
  | 'identity'
  | 'phone'
  | 'date'
  | 'amount'
  | 'capital'
  | 'department'
  | 'illness'
  | 'account'
  | 'address'
  | 'company'
  | 'position'
  | 'years'
  | 'serial'
  | 'reason'
  | 'days'
  | 'bank'
  | 'relation'
  | 'item'
  | 'count'
  | 'rate'
  | 'advice';

/** What a form says, apart from how it is laid out. */
export interface Wording {
  readonly kind: string;
  readonly title: string;
  /** What issuers of it are called, after the place: 人民医院, 商贸有限公司 … */
  readonly issuers: readonly string[];
  /** `label=fill`. */
  readonly labels: readonly string[];
  /** Running text; `{fill}` stands for a value. */
  readonly statement?: string;
  /** `header=fill` of each column of a list whose number of rows differs from page to page. */
  readonly table?: readonly string[];
  readonly notes: readonly string[];
  /** `label=fill` beside the seal. */
  readonly closing: readonly string[];
}

/** One piece of text at its place: pixels of the page, baseline at `y`. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly face: Face;
  /** Pixels an em. */
  readonly size: number;
  readonly colour: string;
  /** Left edges of the characters from `x`, and the end of the last: characters + 1 values. */
  readonly stops: readonly number[];
  /** The same on every page of the template, or this page's own. */
  readonly role: 'fixed' | 'fill';
  /** Place in the page's list, 0-based from its header; absent elsewhere. */
  readonly cell?: { readonly row: number; readonly column: number };
}

export interface RuleLine {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly thick: number;
}

export interface SealPlace {
  readonly x: number;
  readonly y: number;
  readonly diameter: number;
  readonly ring: string;
}

export interface LogoPlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly shape: number;
  readonly colour: string;
}

/** A page of a template, ready to draw. */
export interface TemplatePage {
  readonly template: string;
  readonly wording: string;
  readonly width: number;
  readonly height: number;
  readonly paper: string;
  readonly texts: readonly PlacedText[];
  readonly rules: readonly RuleLine[];
  readonly seal: SealPlace;
  readonly logo: LogoPlace | null;
}
