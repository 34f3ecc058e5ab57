import { clusterVoices } from '@jianzhen/detector-voice';
import { openEars, readBackEnd } from '@jianzhen/engine';
import type { Voiceprint } from '@jianzhen/evidence';
import { expandInputs } from '../../inputs.ts';
import { errorForPeople, errorLine, writeLine } from '../../output/lines.ts';
import { table } from '../../output/terminal.ts';
import { Status } from '../../status.ts';
import { hearFiles } from './hear.ts';

export interface ClusterOptions {
  readonly json?: boolean;
  readonly channel?: number;
  /** Mean log-likelihood ratio from which two groups are one; the back end's unless told. */
  readonly threshold?: number;
}

/** `jianzhen voice cluster FILE…`: recordings grouped by voice, in the order of the files. */
export async function cluster(paths: readonly string[], options: ClusterOptions): Promise<Status> {
  const { json = false, channel, threshold } = options;
  const files = await expandInputs(paths);
  const ears = await openEars();
  const prints = new Map<string, Voiceprint>();
  const lines: object[] = [];
  try {
    const backEnd = await readBackEnd(ears.model);
    for await (const { file, outcome } of hearFiles(ears, files, { channel })) {
      if ('value' in outcome) prints.set(file, outcome.value.voiceprint);
      else if (!json) console.error(errorForPeople(file, outcome.error));
      lines.push('value' in outcome ? { file } : errorLine(file, outcome.error));
    }
    const groups = clusterVoices(backEnd, [...prints.values()], threshold);
    const groupOf = new Map([...prints.keys()].map((file, i) => [file, groups[i]!]));
    if (json)
      for (const [i, file] of files.entries())
        writeLine({ ...lines[i], ...(groupOf.has(file) && { cluster: groupOf.get(file) }) });
    else
      console.log(
        table(
          ['录音 recording', '声音 voice'],
          [...groupOf].sort((a, b) => a[1] - b[1]).map(([file, group]) => [file, String(group)]),
        ),
      );
  } finally {
    await ears.close();
  }
  return prints.size < files.length ? Status.unreadable : Status.done;
}
