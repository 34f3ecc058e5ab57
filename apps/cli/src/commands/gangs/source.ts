import type { CodedError } from '@jianzhen/evidence';
import type { Source } from '@jianzhen/gangs';
import { readPieces } from '../../inputs.ts';

export const sourceOf = (file: string): Source => ({ file, open: () => readPieces(file) });

/** So many rows of one sort of mistake are told one by one. */
const TOLD = 10;

export interface Rejected {
  readonly tell: (error: CodedError) => void;
  /** Tells how many there were beyond those told; answers with all. */
  readonly end: () => number;
}

/** Rows that are left out go to standard error, not every one of a million alike. */
export function rejectedRows(): Rejected {
  const counts = new Map<string, number>();
  return {
    tell({ code, text }) {
      const count = (counts.get(code) ?? 0) + 1;
      counts.set(code, count);
      if (count <= TOLD) console.error(`${text.zh} ${text.en} [${code}]`);
    },
    end() {
      for (const [code, count] of counts)
        if (count > TOLD)
          console.error(`另有 ${count - TOLD} 行同类问题 ${count - TOLD} more rows of this kind [${code}]`);
      return [...counts.values()].reduce((sum, count) => sum + count, 0);
    },
  };
}
