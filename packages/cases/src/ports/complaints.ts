import type { ComplaintFinding } from '../model.ts';

/** A complaint on record. */
export interface StoredComplaint {
  readonly caseId: string;
  readonly text: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
}

/** Reads what customers wrote, or what was written for them. */
export interface ComplaintReader {
  read(text: string): Promise<ComplaintFinding[]>;
  /** The script of each, by name; null where a text is too short to tell, or has nothing in common with others. */
  scripts(complaints: readonly StoredComplaint[]): Promise<(string | null)[]>;
}
