import type { SignatureChange } from '@jianzhen/evidence';
import { type ChangeKind, changeMessage } from './messages.ts';

/** A document that was changed in more places than these is not understood better by a longer list. */
const MAX_CHANGES = 200;

/** Collects changes; the same thing said twice is said once. */
export class ChangeList {
  readonly #permitted = new Map<string, SignatureChange>();
  readonly #forbidden = new Map<string, SignatureChange>();

  add(kind: ChangeKind, permitted: boolean, page: number | null = null, name = ''): void {
    const list = permitted ? this.#permitted : this.#forbidden;
    const key = `${kind} ${page} ${name}`;
    if (list.size < MAX_CHANGES && !list.has(key))
      list.set(key, { kind, permitted, page, message: changeMessage(kind, permitted, name) });
  }

  /** What must not have been first, in the order in which it was found. */
  list(): SignatureChange[] {
    return [...this.#forbidden.values(), ...this.#permitted.values()];
  }
}
