import type { Message, Region } from '@jianzhen/evidence';

/** A face as a person may check it. */
export interface PortraitFace {
  /** In pixels of the picture that was compared, once it is turned. */
  readonly region: Region;
  readonly score: number;
  /** Quarter turns clockwise after which it stands upright. */
  readonly turn: 0 | 1 | 2 | 3;
  readonly sharpness: number;
}

/** The portrait on a card against a selfie; no descriptor of a face leaves the comparison. */
export interface PortraitsCompared {
  readonly distance: number;
  readonly threshold: number;
  readonly verdict: 'same' | 'different';
  /** That both are of one person, 0–1; not calibrated on pictures of this use. */
  readonly samePerson: number;
  readonly card: PortraitFace;
  readonly selfie: PortraitFace;
  readonly reasons: readonly { readonly code: string; readonly message: Message }[];
}

/** @throws CodedError `portrait.…` where there is no model, or no face to compare */
export type PortraitComparer = (card: Uint8Array, selfie: Uint8Array) => Promise<PortraitsCompared>;
