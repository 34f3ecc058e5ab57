import { join } from 'node:path';
import type { Template } from '@jianzhen/detector-voice';
import { openEars, readBackEnd } from '@jianzhen/engine';
import { verificationMetrics } from '@jianzhen/evaluate';
import { readInput } from '../../inputs.ts';
import { errorForPeople, errorLine, writeLine } from '../../output/lines.ts';
import { table } from '../../output/terminal.ts';
import { Status } from '../../status.ts';
import { hearFiles } from './hear.ts';
import { parseTrials } from './list.ts';

export interface TrialsOptions {
  readonly json?: boolean;
  /** Folder that the list's names are relative to. */
  readonly root?: string;
  readonly channel?: number;
}

/** `jianzhen voice trials LIST`: each file is heard once, each pair gets its log-likelihood ratio; error rates as the last line. */
export async function trials(list: string, { json = false, root, channel }: TrialsOptions): Promise<Status> {
  const started = performance.now();
  const pairs = parseTrials(list, Buffer.from(await readInput(list)).toString('utf8'));
  const files = [...new Set(pairs.flatMap(({ enrol, test }) => [enrol, test]))];
  const ears = await openEars();
  const templates = new Map<string, Template>();
  try {
    const backEnd = await readBackEnd(ears.model);
    const pathOf = (file: string) => (root === undefined ? file : join(root, file));
    for await (const { file, outcome } of hearFiles(ears, files, { pathOf, channel })) {
      if ('value' in outcome) templates.set(file, backEnd.template(outcome.value.voiceprint));
      else if (json) writeLine(errorLine(file, outcome.error));
      else console.error(errorForPeople(file, outcome.error));
    }
    const scores: number[] = [];
    const labels: number[] = [];
    for (const { label, enrol, test } of pairs) {
      const [a, b] = [templates.get(enrol), templates.get(test)];
      if (!a || !b) continue;
      const score = backEnd.ratio(a, b);
      scores.push(score);
      labels.push(label);
      if (json) writeLine({ label, enrol, test, score });
    }
    const { eer, minDcf, cllr, minCllr } = verificationMetrics(scores, labels);
    const refused = pairs.length - scores.length;
    const elapsedMs = Math.round(performance.now() - started);
    const line = { trials: scores.length, eer, minDcf, cllr, minCllr, refused, elapsedMs };
    if (json) writeLine(line);
    else console.log(table(Object.keys(line), [Object.values(line).map((value) => shown(value))]));
  } finally {
    await ears.close();
  }
  return templates.size < files.length ? Status.unreadable : Status.done;
}

const shown = (value: number) => (Number.isInteger(value) ? String(value) : value.toPrecision(4));
