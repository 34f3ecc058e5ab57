import { availableParallelism } from 'node:os';
import { createEngine, type Engine, type EngineOptions, inOrder } from '@jianzhen/engine';
import { readInput } from './inputs.ts';
import { errorForPeople, errorLine, writeLine } from './output/lines.ts';
import { progress } from './output/terminal.ts';
import { Status } from './status.ts';

export interface BatchOptions<T> {
  readonly json: boolean;
  readonly engine?: EngineOptions;
  readonly examine: (engine: Engine, file: string, bytes: Uint8Array, index: number) => Promise<T>;
  /** Called in the order of the files. */
  readonly print: (file: string, result: T) => void | Promise<void>;
}

/** Every file past the engine, as many at once as there are cores; what cannot be read gets its line, and the rest goes on. */
export async function runBatch<T>(files: readonly string[], options: BatchOptions<T>): Promise<Status> {
  const threads = Math.min(availableParallelism(), Math.max(1, files.length));
  const engine = createEngine({ threads, ...options.engine });
  const bar = progress(files.length);
  const examine = async (file: string, index: number) =>
    options.examine(engine, file, await readInput(file), index);
  let unreadable = false;
  try {
    for await (const { input: file, outcome } of inOrder(files, threads + 1, examine)) {
      bar.advance();
      if (!('error' in outcome)) {
        await options.print(file, outcome.value);
        continue;
      }
      unreadable = true;
      if (options.json) writeLine(errorLine(file, outcome.error));
      else console.error(errorForPeople(file, outcome.error));
    }
  } finally {
    bar.stop();
    await engine.close();
  }
  return unreadable ? Status.unreadable : Status.done;
}
