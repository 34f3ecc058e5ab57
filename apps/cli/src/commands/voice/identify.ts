import { createVoiceList } from '@jianzhen/detector-voice';
import { openEars, readBackEnd } from '@jianzhen/engine';
import { writeLine } from '../../output/lines.ts';
import { table } from '../../output/terminal.ts';
import { Status } from '../../status.ts';
import { hearFile } from './hear.ts';
import { enrolledVoices, onVoices } from './on-record.ts';
import { unreadable } from './verify.ts';

export interface IdentifyOptions {
  readonly top: number;
  /** Probability that an unknown voice may hit anybody of the list. */
  readonly falseAlarms: number;
  readonly channel?: number;
  readonly data?: string;
  readonly json?: boolean;
}

/** `jianzhen voice identify`: who of the watch-list it may be, or nobody. */
export async function identify(file: string, options: IdentifyOptions): Promise<Status> {
  const { channel, data, json = false, ...asked } = options;
  const ears = await openEars();
  try {
    const list = createVoiceList(await readBackEnd(ears.model));
    const { voiceprint, warnings } = await hearFile(ears, file, channel);
    const persons = new Map<string, string | null>();
    await onVoices(data, ({ cases }) =>
      cases.transaction(async (tx) => {
        for await (const { known, print } of enrolledVoices(tx, ears.model.sha256)) {
          // A customer's print serves to verify that customer and nothing else.
          if (known.kind !== 'watch') continue;
          list.add(known.id, print);
          persons.set(known.id, known.person);
        }
      }),
    );
    const { candidates, ...rest } = list.identify(voiceprint, asked);
    const told = candidates.map(({ id, llr, hit, falseAlarmRate }) => ({
      person: persons.get(id) ?? null,
      voiceprintId: id,
      score: llr,
      hit,
      falseAlarmRate,
    }));
    if (json) writeLine({ file, candidates: told, ...rest, warnings });
    else {
      const rows = told.map(({ person, score, hit, falseAlarmRate }) => [
        person ?? '–',
        score.toFixed(2),
        hit ? '命中 hit' : '–',
        `${(100 * falseAlarmRate).toPrecision(2)}%`,
      ]);
      console.log(table(['人 person', '对数似然比 ratio', '', '误报率 false alarms'], rows));
      console.log(
        `${rest.size} 人；阈值 threshold ${rest.threshold.toFixed(2)}，陌生人命中率 an unknown voice hits ${(100 * rest.falseAlarmRate).toPrecision(2)}%`,
      );
    }
    return Status.done;
  } catch (thrown) {
    return unreadable(file, thrown, json);
  } finally {
    await ears.close();
  }
}
