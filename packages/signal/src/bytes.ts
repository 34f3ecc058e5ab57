/** Bytes of a file that may still be on their way. */
export type ByteSource = Uint8Array | AsyncIterable<Uint8Array>;

/** Takes bytes from a source as they are asked for; keeps no more than one request's worth. */
export interface ByteReader {
  /** The next `count` bytes without taking them, fewer at the end. */
  peek(count: number): Promise<Uint8Array>;
  /** Takes the next `count` bytes, fewer at the end. */
  take(count: number): Promise<Uint8Array>;
  /** Takes whatever is at hand, at most `most` bytes; empty at the end alone. */
  some(most: number): Promise<Uint8Array>;
  /** Passes over bytes, keeping none; answers how many there were. */
  skip(count: number): Promise<number>;
  /** Tells the source that nothing more is wanted. */
  close(): Promise<void>;
}

const NOTHING = new Uint8Array(0);

export function byteReader(source: ByteSource): ByteReader {
  const iterator = source instanceof Uint8Array ? null : source[Symbol.asyncIterator]();
  let held = source instanceof Uint8Array ? source : NOTHING;
  let ended = iterator === null;

  const next = async (): Promise<Uint8Array | null> => {
    while (!ended) {
      const { done, value } = await iterator!.next();
      if (done) ended = true;
      else if (value.length > 0) return value;
    }
    return null;
  };
  /** Holds `count` bytes or all that there are. Pieces are joined once, however small they come. */
  const fill = async (count: number) => {
    if (held.length >= count || ended) return;
    const pieces = [held];
    for (let length = held.length; length < count; ) {
      const piece = await next();
      if (!piece) break;
      pieces.push(piece);
      length += piece.length;
    }
    held = pieces.length > 1 ? Buffer.concat(pieces) : held;
  };
  const give = (count: number): Uint8Array => {
    const taken = held.subarray(0, count);
    held = held.subarray(taken.length);
    return taken;
  };
  return {
    async peek(count) {
      await fill(count);
      return held.subarray(0, count);
    },
    async take(count) {
      await fill(count);
      return give(count);
    },
    async some(most) {
      if (held.length === 0) held = (await next()) ?? NOTHING;
      return give(most);
    },
    async skip(count) {
      let left = count - give(count).length;
      while (left > 0) {
        held = (await next()) ?? NOTHING;
        if (held.length === 0) break;
        left -= give(left).length;
      }
      return count - left;
    },
    async close() {
      held = NOTHING;
      if (ended) return;
      ended = true;
      await iterator?.return?.();
    },
  };
}
