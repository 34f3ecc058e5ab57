import { inOrder, type Outcome } from '@jianzhen/engine';
import { errorForPeople, errorLine, writeLine } from '../output/lines.ts';
import { progress } from '../output/terminal.ts';

/** Keeps what was measured; its answer is the line of JSON that stands for it, null for none. */
type Take<Sample, Value> = (value: Value, sample: Sample) => unknown;

/**
 * Measures the samples of a labelled set one after the other, see `takeAll`.
 *
 * @returns how many samples could not be measured
 */
export const measureAll = <Sample extends { readonly file: string }, Value>(
  samples: readonly Sample[],
  json: boolean | undefined,
  measure: (sample: Sample) => Promise<Value>,
  take: Take<Sample, Value>,
): Promise<number> =>
  takeAll(inOrder(samples, 1, measure), { count: samples.length, json, fileOf: ({ file }) => file }, take);

/**
 * Takes what comes of a labelled set's samples, with a bar. What could not be measured is told at once and counted, and the rest
 * goes on.
 *
 * @param json a line of JSON a sample in place of words
 * @returns how many samples could not be measured
 */
export async function takeAll<Sample, Value>(
  outcomes: AsyncIterable<{ readonly input: Sample; readonly outcome: Outcome<Value> }>,
  {
    count,
    json,
    fileOf,
  }: {
    readonly count: number;
    readonly json: boolean | undefined;
    readonly fileOf: (sample: Sample) => string;
  },
  take: Take<Sample, Value>,
): Promise<number> {
  const bar = progress(count);
  let unreadable = 0;
  for await (const { input, outcome } of outcomes) {
    bar.advance();
    if ('error' in outcome) {
      unreadable++;
      if (json) writeLine(errorLine(fileOf(input), outcome.error));
      else console.error(errorForPeople(fileOf(input), outcome.error));
      continue;
    }
    const line = take(outcome.value, input);
    if (json && line !== null) writeLine(line);
  }
  bar.stop();
  return unreadable;
}
