import { type CodedError, toCodedError } from '@jianzhen/evidence';
import { progress } from '../../output/terminal.ts';
import { type Condition, type Spoken, soundOf } from './conditions.ts';
import { fiveAgainstFive, type HeardPrint, type Measured, measure, oneAgainstOne } from './pairs.ts';
import type { VoiceSystem } from './systems.ts';

export interface ConditionRow {
  readonly condition: Condition;
  readonly system: string;
  readonly one: Measured;
  readonly five: Measured;
  /** Recordings in which too little was heard. */
  readonly refused: number;
  /** Compute time over length of sound, decoding included. */
  readonly realTimeFactor: number;
}

export interface RunOptions {
  readonly coded?: string;
  readonly seed: number;
  readonly onRefused?: (name: string, error: CodedError) => void;
}

/** Every recording past one system, then all pairs. */
export async function runCondition<P, R>(
  system: VoiceSystem<P, R>,
  spoken: readonly Spoken[],
  condition: Condition,
  { coded, seed, onRefused = () => {} }: RunOptions,
): Promise<ConditionRow> {
  const bar = progress(spoken.length);
  const heard: HeardPrint<P>[] = [];
  let [seconds, computed, refused] = [0, 0, 0];
  for (const each of spoken) {
    try {
      const sound = await soundOf(each, condition, coded);
      const started = process.cpuUsage();
      const print = await system.hear({
        ...sound,
        async *chunks() {
          for await (const samples of sound.chunks()) {
            seconds += samples[0]!.length / sound.sampleRate;
            yield samples;
          }
        },
      });
      const { user, system: kernel } = process.cpuUsage(started);
      computed += (user + kernel) / 1e6;
      heard.push({ corpus: each.corpus, speaker: each.speaker, print });
    } catch (thrown) {
      refused++;
      onRefused(each.name, toCodedError(thrown));
    }
    bar.advance();
  }
  bar.stop();
  return {
    condition,
    system: system.name,
    one: measure(oneAgainstOne(system, heard), seed),
    five: measure(fiveAgainstFive(system, heard, seed), seed),
    refused,
    realTimeFactor: computed / seconds,
  };
}
