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
  options: RunOptions,
): Promise<ConditionRow> {
  const { heard, refused, realTimeFactor } = await hearAll(system, spoken, condition, options);
  return {
    condition,
    system: system.name,
    one: measure(oneAgainstOne(system, heard), options.seed),
    five: measure(fiveAgainstFive(system, heard, options.seed), options.seed),
    refused,
    realTimeFactor,
  };
}

/** What a system hears in each recording. */
export async function hearAll<P, R>(
  system: VoiceSystem<P, R>,
  spoken: readonly Spoken[],
  condition: Condition,
  { coded, onRefused = () => {} }: Omit<RunOptions, 'seed'>,
): Promise<Pick<ConditionRow, 'refused' | 'realTimeFactor'> & { readonly heard: HeardPrint<P>[] }> {
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
  return { heard, refused, realTimeFactor: computed / seconds };
}
