// ITU-T T.81, B.1.1.5: entropy-coded segments, byte stuffing and restart markers.

/**
 * Hands out a scan's entropy-coded data, one restart interval at a time, with the byte stuffing removed.
 * Removing it first keeps marker checks out of the bit reader and lets decoding start again after damage.
 */
export class EntropySource {
  /** The interval's bytes, followed by a zero byte. */
  readonly buffer: Uint8Array;
  /** Bytes of the interval in `buffer`. */
  length = 0;
  /** The RSTm before the interval (0–7), or −1 for a scan's first. */
  restart = -1;
  /** Something stood in the data that cannot be there. */
  damaged = false;
  /** Where reading goes on in the source; once `next` says false, the marker that ends the scan, or the source's end. */
  position: number;

  private readonly bytes: Uint8Array;
  private upcoming = -1;
  private finished = false;

  /** @param buffer scratch of at least `bytes.length` + 2 */
  constructor(bytes: Uint8Array, position: number, buffer: Uint8Array) {
    this.bytes = bytes;
    this.position = position;
    this.buffer = buffer;
  }

  /** Loads the next interval; false at the scan's end. */
  next(): boolean {
    if (this.finished) return false;
    const { bytes, buffer } = this;
    this.restart = this.upcoming;
    let read = this.position;
    let write = 0;
    for (;;) {
      let mark = bytes.indexOf(0xff, read);
      if (mark < 0) mark = bytes.length;
      write = copy(bytes, read, mark, buffer, write);
      let code = mark + 1;
      while (code < bytes.length && bytes[code] === 0xff) code++;
      const marker = code < bytes.length ? bytes[code]! : -1;
      read = code + 1;
      if (marker === 0) {
        buffer[write++] = 0xff;
      } else if (marker >= 0xd0 && marker <= 0xd7) {
        this.upcoming = marker - 0xd0;
        this.position = read;
        break;
      } else if (endsScan(marker)) {
        this.finished = true;
        this.position = mark;
        break;
      } else {
        // No such marker may stand here; most probably a stuffed zero was damaged.
        this.damaged = true;
        buffer[write++] = 0xff;
      }
    }
    buffer[write] = 0;
    this.length = write;
    return true;
  }
}

/** DHT, EOI, SOS, DQT, DNL, DRI, APPn, COM, or the end of the file. */
function endsScan(marker: number): boolean {
  return (
    marker < 0 ||
    marker === 0xc4 ||
    (marker >= 0xd9 && marker <= 0xdd) ||
    (marker >= 0xe0 && marker <= 0xef) ||
    marker === 0xfe
  );
}

/** Short stretches are cheaper byte by byte than through a view. */
function copy(source: Uint8Array, from: number, to: number, target: Uint8Array, at: number): number {
  if (to - from > 64) {
    target.set(source.subarray(from, to), at);
    return at + to - from;
  }
  for (let i = from; i < to; i++) target[at++] = source[i]!;
  return at;
}
