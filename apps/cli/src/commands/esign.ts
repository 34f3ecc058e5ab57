import { availableParallelism } from 'node:os';
import { createEngine, inOrder } from '@jianzhen/engine';
import { expandInputs, readInput } from '../inputs.ts';
import { errorForPeople, errorLine, writeLine } from '../output/lines.ts';
import { signatureTree } from '../output/signatures.ts';
import { progress } from '../output/terminal.ts';
import { Status } from '../status.ts';

export interface EsignOptions {
  readonly json?: boolean;
  readonly trust?: string;
}

/** Every file's signatures: a line of JSON, or a tree for people. */
export async function esign(paths: readonly string[], options: EsignOptions): Promise<Status> {
  const files = await expandInputs(paths);
  const threads = Math.min(availableParallelism(), Math.max(1, files.length));
  const engine = createEngine({ threads, ...(options.trust ? { trust: options.trust } : {}) });
  const bar = progress(files.length);
  let unreadable = false;
  const verify = async (file: string) =>
    engine.examine({ name: file, bytes: await readInput(file), only: 'signatures' });
  try {
    for await (const { input: file, outcome } of inOrder(files, threads + 1, verify)) {
      bar.advance();
      if ('error' in outcome) {
        unreadable = true;
        if (options.json) writeLine(errorLine(file, outcome.error));
        else console.error(errorForPeople(file, outcome.error));
        continue;
      }
      const { signatures } = outcome.value;
      if (options.json) writeLine({ file, signatures });
      else console.log(signatureTree(file, signatures));
    }
  } finally {
    bar.stop();
    await engine.close();
  }
  return unreadable ? Status.unreadable : Status.done;
}
