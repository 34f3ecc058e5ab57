import type { DetectorReport, Finding } from '@jianzhen/evidence';

/** Of a text, in UTF-16 units of the original, `end` exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** A finding with the places in the text that it speaks of, ascending; none where it is of all of it. */
export interface ScriptFinding extends Finding {
  readonly spans: readonly TextSpan[];
}

/** What those who keep texts know of this one's script. */
export interface KnownScript {
  /** Its name, as `Scripts` gives it. */
  readonly script: string;
  /** Other persons, or cases where the persons are not known, whose letters are of it. */
  readonly others: number;
  /** Lenders that got those letters; null where that is not known. */
  readonly lenders: number | null;
  /** Of the most alike: Jaccard index and probability of one script, 0–1. */
  readonly similarity: number;
  readonly sameScript: number;
}

export interface ScriptInput {
  readonly text: string;
  readonly known?: KnownScript;
}

export interface ScriptReport extends DetectorReport {
  readonly findings: readonly ScriptFinding[];
  /** To be found again by, base64url; null where the text is too short to tell anything. */
  readonly fingerprint: string | null;
}
