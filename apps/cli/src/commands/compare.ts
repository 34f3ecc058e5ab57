import { availableParallelism } from 'node:os';
import { createEngine, drawDifference } from '@jianzhen/engine';
import { toCodedError } from '@jianzhen/evidence';
import { errors } from '../errors.ts';
import { readInput } from '../inputs.ts';
import { errorForPeople, errorLine, writeLine } from '../output/lines.ts';
import { table } from '../output/terminal.ts';
import { writeOutput } from '../output/write.ts';
import { Status } from '../status.ts';

export interface CompareOptions {
  readonly json?: boolean;
  readonly picture?: string;
}

const percent = (probability: number) => `${(100 * probability).toFixed(1)}%`;

/** The first pages of two files: one template, one picture, and what was exchanged. */
export async function compare(files: readonly [string, string], options: CompareOptions): Promise<Status> {
  const engine = createEngine({ threads: 1, split: availableParallelism() > 1 });
  const opened = async (file: string) => {
    const { pages } = await engine.examine({ name: file, bytes: await readInput(file), previews: true });
    const { template, reading, preview, width } = pages[0]!;
    if (!template || !reading || !preview) throw errors('cli.nothing-to-compare', { file });
    return { template, reading, preview, width };
  };
  try {
    const pages = [];
    for (const file of files) {
      try {
        pages.push(await opened(file));
      } catch (thrown) {
        const error = toCodedError(thrown);
        if (options.json) writeLine(errorLine(file, error));
        else console.error(errorForPeople(file, error));
      }
    }
    const [first, second] = pages;
    if (!first || !second) return Status.unreadable;
    const difference = await drawDifference(first, second);
    const { sameTemplate = 0, samePicture = 0, exchanged = [] } = difference ?? {};
    if (options.picture && difference) await writeOutput(options.picture, difference.png);
    if (options.json) {
      const picture = difference ? (options.picture ?? null) : null;
      writeLine({ files, sameTemplate, samePicture, exchanged, picture });
    } else {
      console.log(
        `同一版式 same template ${percent(sameTemplate)} · 同一图像 same picture ${percent(samePicture)}`,
      );
      const rows = exchanged.map(({ before, after }) => [before, after]);
      if (difference) console.log(table([...files], rows));
    }
    return Status.done;
  } finally {
    await engine.close();
  }
}
