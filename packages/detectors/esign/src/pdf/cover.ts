import type { SignatureChange } from '@jianzhen/evidence';
import { dictOf, PdfHistory, PdfString } from '@jianzhen/pdf';
import { type ByteRangeProblem, reachesEndOfRevision } from './byte-range.ts';
import { changesSince } from './changes/index.ts';
import { type State, stateOf } from './changes/sides.ts';
import { type Field, formOf } from './fields.ts';
import { type Permissions, permissionsOf } from './permissions.ts';
import type { FoundSignature } from './signatures.ts';

/** What a signature covers, and what became of it. */
export interface Cover {
  /** Everything in the file, as it was when signed, is covered. */
  readonly whole: boolean;
  readonly problems: readonly ByteRangeProblem[];
  readonly changes: readonly SignatureChange[];
  /** The field that held the signature when it was made. */
  readonly field: Field | null;
  /** What the document allowed from then on; null where the signed state cannot be told. */
  readonly permissions: Permissions | null;
}

/** Judges the byte range against the state of the file that it closes, and compares that state with the newest. */
export function coverOf(found: FoundSignature, newest: State): Cover {
  const { range } = found;
  const nothing = { changes: [], field: null, permissions: null };
  if (range.end === 0) return { whole: false, problems: range.problems, ...nothing };
  const { bytes } = newest.history;
  const signed = range.end === bytes.length ? newest.history : new PdfHistory(bytes.subarray(0, range.end));
  const holding = fieldHolding(found, signed);
  const closed = reachesEndOfRevision(signed, range.end) && (holding !== null || found.fields.length === 0);
  const problems: ByteRangeProblem[] = closed ? [...range.problems] : [...range.problems, 'not-to-end'];
  const was = signed === newest.history ? newest : stateOf(signed);
  return {
    whole: problems.length === 0,
    problems,
    changes: signed === newest.history ? [] : changesSince(was, newest),
    field: holding,
    permissions: permissionsOf(was),
  };
}

/** The field whose value the signature is in the signed state. */
function fieldHolding(found: FoundSignature, signed: PdfHistory): Field | null {
  const k = signed.newest;
  const holds = (field: Field) => {
    const contents = signed.resolve(dictOf(signed.resolve(field.value, k))?.get('Contents'), k);
    return contents instanceof PdfString && Buffer.compare(contents.bytes, found.contents) === 0;
  };
  return formOf(signed, k).fields.find(holds) ?? null;
}
