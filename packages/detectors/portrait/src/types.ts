import type { Message, Region } from '@jianzhen/evidence';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface FoundFace {
  /** Box around the face, in pixels of the picture; inside it. */
  readonly region: Region;
  /** The finder's score in [0, 1]. */
  readonly score: number;
}

/** The face that a picture is compared by. */
export interface Face extends FoundFace {
  /** 128 numbers: pictures of one person lie near each other. */
  readonly descriptor: Float32Array;
  /** Quarter turns clockwise after which the face stands upright; `region` is in pixels of the picture so turned. */
  readonly turn: 0 | 1 | 2 | 3;
  /** See `sharpness`. */
  readonly sharpness: number;
}

export interface PortraitReason {
  readonly code: string;
  readonly message: Message;
}

export interface PortraitResult {
  /** Euclidean distance of the descriptors, from 0 (the same picture). */
  readonly distance: number;
  readonly threshold: number;
  /** `same`: at most the threshold. Advice, never proof. */
  readonly verdict: 'same' | 'different';
  /** That both are of one person, by the distance; not calibrated on pictures of this use. */
  readonly samePerson: number;
  readonly card: Omit<Face, 'descriptor'>;
  readonly selfie: Omit<Face, 'descriptor'>;
  readonly reasons: readonly PortraitReason[];
}
