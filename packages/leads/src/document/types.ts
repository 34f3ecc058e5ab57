/** A paper as blocks: the same paper is drawn as PDF and as HTML. Lengths are PDF points (1/72 inch). */
export interface Paper {
  readonly title: string;
  readonly landscape: boolean;
  /** What stands at the foot of every page, beside its number. */
  readonly foot: string;
  readonly blocks: readonly Block[];
}

export type Tone = 'fact' | 'inference' | 'confidence' | 'caution';

export type Block =
  | { readonly kind: 'title'; readonly text: string; readonly sub: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** A band that says what sort of statement follows. */
  | { readonly kind: 'note'; readonly tone: Tone; readonly label: string; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'figure'; readonly scene: Scene; readonly caption: string }
  /** Places to sign and seal, side by side. */
  | {
      readonly kind: 'signatures';
      readonly places: readonly { readonly role: string; readonly lines: readonly string[] }[];
    };

export interface Column {
  readonly title: string;
  /** Share of the page's width. */
  readonly width: number;
  /** Digits and hashes: small, every character as wide as the others on paper that has such a face. */
  readonly code?: boolean;
  readonly right?: boolean;
}

/** A drawing in its own units, origin top left. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

export type Shape =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: string;
      readonly stroke: string | null;
    }
  /** A curve that leaves and arrives horizontally. */
  | {
      readonly kind: 'curve';
      readonly from: readonly [number, number];
      readonly to: readonly [number, number];
      readonly width: number;
      readonly colour: string;
    }
  | {
      readonly kind: 'line';
      readonly from: readonly [number, number];
      readonly to: readonly [number, number];
      readonly colour: string;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly colour: string;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly bold: boolean;
    };

export const INK = {
  text: '#1c2430',
  soft: '#5b6675',
  rule: '#c6ccd4',
  head: '#eef1f5',
  accent: '#1f3a5f',
  alarm: '#9c2b2b',
} as const;

export const TONES: Readonly<Record<Tone, { readonly fill: string; readonly edge: string }>> = {
  fact: { fill: '#eef4ee', edge: '#3d7a4a' },
  inference: { fill: '#fbf4e6', edge: '#a8741a' },
  confidence: { fill: '#eef2f8', edge: '#2f5a94' },
  caution: { fill: '#f9eeee', edge: '#9c2b2b' },
};
