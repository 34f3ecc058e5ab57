import type { SignatureChange } from '@jianzhen/evidence';
import { dictOf, PdfHistory, PdfString, readingBudget } from '@jianzhen/pdf';
import { type ByteRangeProblem, reachesEndOfRevision } from './byte-range.ts';
import { changesSince } from './changes/index.ts';
import { changeMessage } from './changes/messages.ts';
import { type State, type Steps, stateOf } from './changes/sides.ts';
import type { Field } from './fields.ts';
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

/** What may be spent on the states of one file, however many signatures it claims to have. */
export class Effort {
  /** Bytes that may still be read again as an older state. */
  bytes = 256 * 1024 * 1024;
  /** Bytes that may still be digested, once a signer or token. */
  digesting = 2 * 1024 * 1024 * 1024;
  readonly steps: Steps = { left: 3_000_000 };
  readonly reading = readingBudget(2);
  /** The state looked at last, by its last byte; several signatures may close the same. */
  latest: { readonly end: number; readonly state: State } | null = null;
}

/** Judges the byte range against the state of the file that it closes, and compares that state with the newest. */
export function coverOf(found: FoundSignature, newest: State, effort: Effort): Cover {
  const { range } = found;
  const nothing: Cover = {
    whole: false,
    problems: range.problems,
    changes: [],
    field: null,
    permissions: null,
  };
  if (range.end === 0) return nothing;
  const was = stateAt(range.end, newest, effort);
  if (!was) return { ...nothing, changes: [tooLarge] };
  const field = fieldHolding(found, was);
  const closed =
    reachesEndOfRevision(was.history, range.end) && (field !== null || found.fields.length === 0);
  const problems: ByteRangeProblem[] = closed ? [...range.problems] : [...range.problems, 'not-to-end'];
  return {
    whole: problems.length === 0,
    problems,
    changes: was === newest ? [] : changesSince(was, newest, effort.steps),
    field,
    permissions: permissionsOf(was),
  };
}

const tooLarge: SignatureChange = {
  kind: 'too-large',
  permitted: false,
  page: null,
  message: changeMessage('too-large', false, ''),
};

/** What a reader of the first `end` bytes sees; null where that would cost too much. */
function stateAt(end: number, newest: State, effort: Effort): State | null {
  const { bytes } = newest.history;
  if (end === bytes.length) return newest;
  if (effort.latest?.end === end) return effort.latest.state;
  effort.bytes -= end;
  if (effort.bytes < 0) return null;
  const state = stateOf(new PdfHistory(bytes.subarray(0, end), effort.reading));
  effort.latest = { end, state };
  return state;
}

/** The field whose value the signature is in the signed state. */
function fieldHolding(found: FoundSignature, { history, k, form }: State): Field | null {
  const holds = (field: Field) => {
    const contents = history.resolve(dictOf(history.resolve(field.value, k))?.get('Contents'), k);
    return contents instanceof PdfString && Buffer.compare(contents.bytes, found.contents) === 0;
  };
  return form.fields.find(holds) ?? null;
}
