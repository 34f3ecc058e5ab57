import type { SignatureChange } from '@jianzhen/evidence';
import { dictOf, nameOf, type PdfHistory } from '@jianzhen/pdf';
import { isSpace } from '../byte-range.ts';
import { permissionsOf } from '../permissions.ts';
import { compareCatalogs } from './catalog.ts';
import { ChangeList } from './report.ts';
import { Sides, type State, type Steps } from './sides.ts';
import { compareTrailers } from './trailer.ts';

/**
 * What was done to a document after a signature: the state that the signed bytes hold beside the newest state, both as a
 * reader would see them. A whitelist, as EN 319 142-1 (5.4, 5.5) and ISO 32000-2 (12.8.2) ask for it: what is not
 * recognised as harmless is forbidden, so that shadow attacks (Mainka, Mladenov, Rohlmann, Schwenk, NDSS 2021, hide,
 * replace, hide-and-replace), attacks on incremental saving and wrapping (Mladenov et al., CCS 2019) and on
 * certification (Rohlmann et al., IEEE S&P 2021) need no rules of their own.
 */
export function changesSince(was: State, newest: State, steps: Steps): SignatureChange[] {
  const { history } = newest;
  const changes = new ChangeList();
  if (!onlySpace(history.bytes, was.history.bytes.length)) {
    const sides = new Sides(was, newest, steps);
    const permissions = permissionsOf(was);
    compareTrailers(sides, changes);
    compareCatalogs(sides, permissions, changes);
    if (sides.exhausted || was.pages.cut || newest.pages.cut) changes.add('too-large', false);
    judgeReadability(sides, changes);
    judgeTail(history, changes);
  }
  return changes.list();
}

function onlySpace(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < bytes.length; at++) if (!isSpace(bytes[at]!)) return false;
  return true;
}

/** Objects that only others can read may say anything. */
function judgeReadability({ was, is }: Sides, changes: ChangeList): void {
  const added = is.history.revisions.filter((revision) => revision.endOffset > was.history.bytes.length);
  const packed = added.some((revision) => [...revision.entries.values()].some((entry) => 'stream' in entry));
  if (packed && is.history.resolve(is.trailer.get('Encrypt'), is.k) !== null)
    changes.add('encryption', false);
  if (is.history.scanned && hidesObjects(is, was.history.bytes.length)) changes.add('cross-reference', false);
}

/** A scan of the bytes does not see into object streams. */
function hidesObjects({ history, k }: State, from: number): boolean {
  return history.revisions.some((revision) =>
    [...revision.entries].some(([number, entry]) => {
      if (!('offset' in entry) || entry.offset < from) return false;
      return nameOf(dictOf(history.object(number, k))?.get('Type')) === 'ObjStm';
    }),
  );
}

/** Bytes behind the last end-of-file marker that are more than white space. */
function judgeTail(history: PdfHistory, changes: ChangeList): void {
  const { bytes } = history;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marker = buffer.lastIndexOf('%%EOF', undefined, 'latin1');
  if (marker >= 0 && !onlySpace(bytes, marker + 5)) changes.add('trailing-bytes', false);
}
