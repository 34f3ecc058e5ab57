/** The portrait on the card against the selfie. */
import { type Finding, format } from '@jianzhen/evidence';
import { messages } from './messages.ts';

export interface PortraitComparison {
  /** Euclidean distance of the two descriptors. */
  readonly distance: number;
  /** Distance up to which two pictures are taken for one person's. */
  readonly threshold: number;
  /** That they are of one person, 0–1; not calibrated on pictures of this use. */
  readonly samePerson: number;
}

/** Whatever the distance, this is advice: the figures of the network are those published, of photographs unlike a card's. */
export function portraitMismatches({ distance, threshold, samePerson }: PortraitComparison): Finding[] {
  if (!(distance > threshold)) return [];
  const values = { distance: distance.toFixed(2), threshold: threshold.toFixed(2) };
  return [
    {
      code: 'identity.mismatch',
      severity: 'low',
      probability: 1 - samePerson,
      region: null,
      message: format(messages.portrait, values),
      signal: 'portrait',
      values: { subject: 'portrait', ...values },
    },
  ];
}
