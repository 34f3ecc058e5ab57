import { inOrder } from '@jianzhen/engine';
import { errorForPeople, errorLine, writeLine } from '../output/lines.ts';
import { progress } from '../output/terminal.ts';

/**
 * Measures the samples of a labelled set one after the other, with a bar. What cannot be measured is told at once and counted, and
 * the rest goes on.
 *
 * @param json a line of JSON a sample in place of words @param take keeps what was measured; its answer is that line, null for none
 * @returns how many samples could not be measured
 */
export async function measureAll<Sample extends { readonly file: string }, Value>(
  samples: readonly Sample[],
  json: boolean | undefined,
  measure: (sample: Sample) => Promise<Value>,
  take: (value: Value, sample: Sample) => unknown,
): Promise<number> {
  const bar = progress(samples.length);
  let unreadable = 0;
  for await (const { input, outcome } of inOrder(samples, 1, measure)) {
    bar.advance();
    if ('error' in outcome) {
      unreadable++;
      if (json) writeLine(errorLine(input.file, outcome.error));
      else console.error(errorForPeople(input.file, outcome.error));
      continue;
    }
    const line = take(outcome.value, input);
    if (json && line !== null) writeLine(line);
  }
  bar.stop();
  return unreadable;
}
