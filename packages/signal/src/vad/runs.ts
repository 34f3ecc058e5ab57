/** What counts as speech, in training as in use. Lengths are in windows of 32 ms. */

/** Windows [start, end) of speech. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** A window is speech above this probability. */
const SPEECH = 0.5;
/** Runs nearer to each other than this are one. */
const JOINED = 4;
/** Runs shorter than this are dropped. */
const SHORTEST = 3;
/** Added on both sides of each run, as far as the recording goes. */
const PADDING = 2;
/**
 * Windows until no later one can change what a window is: the padding before a run of two windows, which a third one confirms
 * that comes as late as it may.
 */
const LAG = PADDING + (SHORTEST - 1) + (JOINED - 1);

/** Tells speech from the rest as windows come. */
export interface SpeechMarker {
  /** Whether the window `LAG` before this one belongs to speech; null where there is none yet. */
  push(probability: number): boolean | null;
  /** The same of the last windows, in their order. */
  end(): boolean[];
}

export function speechMarker(): SpeechMarker {
  const marks = new Uint8Array(LAG + 1 + PADDING);
  let [windows, told, start, end] = [0, 0, 0, Number.NEGATIVE_INFINITY];
  const tell = (): boolean => {
    const place = told++ % marks.length;
    const speech = marks[place] === 1;
    marks[place] = 0;
    return speech;
  };
  return {
    push(probability) {
      const window = windows++;
      if (probability > SPEECH) {
        if (window - end >= JOINED) start = window;
        end = window + 1;
        // Earlier windows of the run were marked when they came, or were told already.
        const from = Math.max(told, start - PADDING);
        if (end - start >= SHORTEST) for (let i = from; i < end + PADDING; i++) marks[i % marks.length] = 1;
      }
      return windows > LAG ? tell() : null;
    },
    end: () => Array.from({ length: windows - told }, tell),
  };
}

/**
 * All speech of a recording: windows above one half, runs nearer than 4 windows joined, runs under 3 dropped, the others padded
 * by 2 on both sides; runs that touch after that are one.
 *
 * @param probabilities one a window
 */
export function speechRuns(probabilities: ArrayLike<number>): Run[] {
  const marker = speechMarker();
  const marks: boolean[] = [];
  for (let i = 0; i < probabilities.length; i++) {
    const mark = marker.push(probabilities[i]!);
    if (mark !== null) marks.push(mark);
  }
  marks.push(...marker.end(), false);
  const runs: Run[] = [];
  let start = -1;
  marks.forEach((speech, i) => {
    if (speech && start < 0) start = i;
    if (speech || start < 0) return;
    runs.push({ start, end: i });
    start = -1;
  });
  return runs;
}
