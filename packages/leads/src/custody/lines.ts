import { hex } from '../canonical.ts';
import { errors } from '../errors.ts';
import { createTree, type MerkleTree } from '../merkle/index.ts';
import { type CustodyEvent, eventLeaf } from './events.ts';
import { isHead, type TreeHead } from './head.ts';

export interface LogLine {
  readonly index: number;
  readonly event: CustodyEvent;
  /** Head of the tree that this event completes. */
  readonly head: TreeHead;
}

export interface ReadLog {
  readonly lines: readonly LogLine[];
  readonly tree: MerkleTree;
  /** Bytes of whole lines; what follows them was torn off by a crash. */
  readonly whole: number;
}

const NEWLINE = 0x0a;

/**
 * Every line with the tree that they make. A last line without its end was never acknowledged, since the end is written with it: it is
 * left out. Any other oddity is damage. @throws CodedError `leads.custody-damaged`
 */
export function readLines(bytes: Uint8Array): ReadLog {
  const whole = bytes.lastIndexOf(NEWLINE) + 1;
  const tree = createTree();
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, whole).toString('utf8');
  const lines = text
    .split('\n')
    .slice(0, -1)
    .map((line, index): LogLine => {
      const damaged = (detail: string) => errors('leads.custody-damaged', { line: index + 1, detail });
      let read: LogLine;
      try {
        read = JSON.parse(line);
      } catch {
        throw damaged('not JSON');
      }
      if (read?.index !== index || !isHead(read.head) || typeof read.event !== 'object')
        throw damaged('not an entry of this place');
      tree.append(eventLeaf(read.event));
      if (read.head.size !== index + 1 || read.head.root !== hex(tree.root()))
        throw damaged('the tree head is of other events');
      return read;
    });
  return { lines, tree, whole };
}
