import type { Ellipse } from '@jianzhen/evidence';
import type { Box } from '../picture.ts';

export type SealShape = 'circle' | 'ellipse' | 'square';
export type SealCentre = 'star' | 'emblem' | 'text' | 'none';
export type SealColour = 'red' | 'blue' | 'purple' | 'grey';

/** What a seal says. */
export interface SealWords {
  /** Along the rim; of a square seal, all of it. */
  readonly title: string;
  /** Under the centre, straight: 财务专用章 … */
  readonly subtitle: string | null;
  /** In the centre where `centre` is `text`. */
  readonly centreText: string | null;
  /** The 13-digit anti-forgery code along the lower rim. */
  readonly code: string | null;
  /** Across an invoice seal. */
  readonly taxNumber: string | null;
}

/** How a seal is drawn, whoever it names: what seals of one template share. Lengths are shares of the width. */
export interface SealDesign {
  readonly shape: SealShape;
  /** Millimetres of the outer edge. */
  readonly width: number;
  readonly height: number;
  readonly centre: SealCentre;
  /** CSS font lists of the title, the straight lines and the digits. */
  readonly faces: { readonly title: string; readonly line: string; readonly digits: string };
  readonly rim: {
    readonly width: number;
    /** A second, thinner line within; null without one. */
    readonly inner: { readonly gap: number; readonly width: number } | null;
  };
  readonly title: {
    /** Height of a character. */
    readonly size: number;
    /** Most of the rim's length that the title may take. */
    readonly spread: number;
    /** Widest pitch of characters, in heights of one. */
    readonly pitch: number;
    /** From the outer edge to the characters' tops. */
    readonly inset: number;
  };
  /** Radius of a star or an emblem, height of a centre's text. */
  readonly centreSize: number;
  /** The star has lines from its centre to its corners left bare. */
  readonly cutStar: boolean;
  readonly subtitle: { readonly size: number; readonly y: number; readonly stretch: number };
  readonly code: { readonly size: number; readonly spread: number; readonly inset: number };
  readonly taxNumber: { readonly size: number; readonly y: number };
  /** Lines that are to keep the seal from being copied: bare cuts through it, or a fine wave within the rim. */
  readonly security:
    | { readonly sort: 'none' }
    | { readonly sort: 'cuts'; readonly angles: readonly number[] }
    | { readonly sort: 'wave'; readonly waves: number; readonly height: number };
  /** A square seal's characters are left bare in an inked field. */
  readonly carved: boolean;
}

export interface SealSpec {
  readonly design: SealDesign;
  readonly words: SealWords;
}

/** Ink of one seal, upright: share of each pixel that is covered, 0–1, row-major. The seal's centre is the picture's. */
export interface Coverage {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
  /** Half axes of the outer edge in pixels; there may be room beyond it. */
  readonly rx: number;
  readonly ry: number;
}

/** `ink`: a die was pressed on the paper; `pasted`: a picture was laid on; `esign`: a reader program drew a signature's seal. */
export type SealOrigin = 'ink' | 'pasted' | 'esign';

/** Who made a seal: a die on paper, a drawing program, someone who cut it out of another scan, a reader of signed files. */
export type SealMaker = 'stamp' | 'tool' | 'cutout' | 'esign';

/** A seal that was put on a page, in pixels of the saved picture. */
export interface SealTruth {
  /** Of what lies on the picture. */
  readonly box: Box;
  /** Outer edge; of a square seal the ellipse within its sides. May reach beyond the picture. */
  readonly ellipse: Ellipse;
  /** Which way the seal's top points: degrees clockwise from straight up. */
  readonly turn: number;
  /** Share of the seal's box that lies on the picture, 0–1. */
  readonly seen: number;
  readonly design: SealDesign;
  readonly shape: SealShape;
  readonly colour: SealColour;
  readonly title: string;
  readonly subtitle: string | null;
  readonly centre: SealCentre;
  readonly centreText: string | null;
  readonly code: string | null;
  readonly taxNumber: string | null;
  readonly origin: SealOrigin;
  readonly maker: SealMaker;
  /** The same for every impression of one die, and every copy of one picture. */
  readonly imprint: string;
  /** The same for one drawing under whatever name. */
  readonly template: string;
  readonly conditions: readonly SealCondition[];
}

export const SEAL_CONDITIONS = [
  'plain',
  'text',
  'overlap',
  'edge',
  'faint',
  'tilted',
  'grey',
  'blue',
  'purple',
  'square',
  'ellipse',
] as const;
/** What makes a seal harder to find or read; `plain` where nothing does. */
export type SealCondition = (typeof SEAL_CONDITIONS)[number];
