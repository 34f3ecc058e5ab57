import { openEars, readBackEnd } from '@jianzhen/engine';
import { errorForPeople, writeLine } from '../../output/lines.ts';
import { table } from '../../output/terminal.ts';
import { Status } from '../../status.ts';
import { baselineSystem } from './baseline.ts';
import { type Condition, type Spoken, soundOf } from './conditions.ts';
import { generatedSpeech } from './generated.ts';
import { type RefusalRow, refusalRows } from './refusals.ts';
import { type ConditionRow, runCondition } from './run.ts';
import { readSpeech, type SpeechSplit } from './speech.ts';
import { ownSystem, type VoiceSystem } from './systems.ts';

export interface EvalVoiceOptions {
  readonly json?: boolean;
  readonly seed: number;
  /** Speakers of the generated set. */
  readonly size: number;
  /** Folder of speechocean762 and LibriSpeech; without it a generated set. */
  readonly speech?: string;
  /** Folder of the recordings' AMR twins. */
  readonly coded?: string;
  readonly splits: readonly SpeechSplit[];
}

export interface SpeechSets {
  readonly measured: readonly Spoken[];
  /** What the baseline is fitted on. */
  readonly training: readonly Spoken[];
}

/** Recordings a speaker that the baseline is fitted on. */
const BASELINE_EACH = 5;
/** Made-up speakers that it is fitted on, where there are no others. */
const BASELINE_VOICES = 40;

/** What `--speech`, `--splits`, `--seed` and `--size` mean. */
export async function speechSets({ speech, splits, seed, size }: EvalVoiceOptions): Promise<SpeechSets> {
  if (speech === undefined)
    return {
      measured: generatedSpeech(seed, size),
      training: generatedSpeech(seed + 1_000_000, BASELINE_VOICES).filter((_, i) => i % 2 === 0),
    };
  const all = await readSpeech(speech);
  const training = Map.groupBy(
    all.filter(({ split, corpus }) => split === 'train' && corpus === 'speechocean'),
    ({ speaker }) => speaker,
  );
  return {
    measured: all.filter(({ split }) => splits.includes(split)),
    training: [...training.values()].flatMap((own) => own.slice(0, BASELINE_EACH)),
  };
}

/** Rows of all systems in all conditions. */
export async function* voiceRows(
  systems: readonly VoiceSystem[],
  { measured }: SpeechSets,
  { seed, coded }: Pick<EvalVoiceOptions, 'seed' | 'coded'>,
): AsyncGenerator<ConditionRow> {
  const conditions: Condition[] = ['wide', 'a-law', ...(coded === undefined ? [] : ['amr' as const])];
  for (const condition of conditions)
    for (const system of systems)
      yield await runCondition(system, measured, condition, {
        seed,
        ...(coded !== undefined && { coded }),
        onRefused: (name, error) => console.error(errorForPeople(name, error)),
      });
}

const percent = (value: number) => (100 * value).toFixed(2);
const range = ({ low, high }: { low: number; high: number }, scale = 1) =>
  `${(scale * low).toFixed(2)}–${(scale * high).toFixed(2)}`;

const HEAD = ['condition', 'system', 'trials', 'EER %', '95%', 'minDCF', '95%', 'Cllr', '× ours'];

const REFUSAL_HEAD = ['to be refused', 'refused'];

function rowsOf({ condition, system, one, five }: ConditionRow, ours: ConditionRow): string[][] {
  return ([1, 5] as const).map((count) => {
    const [measured, own] = count === 1 ? [one, ours.one] : [five, ours.five];
    return [
      `${condition}, ${count} against ${count}`,
      system,
      String(measured.targets + measured.nontargets),
      percent(measured.eer),
      range(measured.intervals.eer, 100),
      measured.minDcf.toFixed(3),
      range(measured.intervals.minDcf),
      // Only ours are log-likelihood ratios.
      system === ours.system ? measured.cllr.toFixed(3) : '–',
      (measured.eer / own.eer).toFixed(2),
    ];
  });
}

/**
 * `jianzhen eval voice`: speakers that nothing was fitted on, by one recording and by five, over wide band and telephone,
 * and what has to be refused; ours as the last line.
 */
export async function evalVoice(options: EvalVoiceOptions): Promise<Status> {
  const sets = await speechSets(options);
  const ears = await openEars();
  const ours: ConditionRow[] = [];
  let refusals: RefusalRow[];
  const shown: string[][] = [];
  try {
    const own = ownSystem(ears, await readBackEnd(ears.model));
    const baseline = await baselineSystem(
      ears.activity,
      sets.training.map((each) => ({ speaker: each.speaker, sound: () => soundOf(each, 'wide') })),
    );
    for await (const row of voiceRows([own, baseline] as readonly VoiceSystem[], sets, options)) {
      if (row.system === own.name) ours.push(row);
      if (options.json) writeLine(row);
      else shown.push(...rowsOf(row, ours.at(-1)!));
    }
    refusals = await refusalRows(ears.activity, sets.measured, options.seed);
  } finally {
    await ears.close();
  }
  if (options.json) for (const row of refusals) writeLine(row);
  else {
    console.log(table(HEAD, shown));
    console.log(
      table(
        REFUSAL_HEAD,
        refusals.map(({ what, sounds, refused }) => [what, `${refused} / ${sounds}`]),
      ),
    );
  }
  const figures = (row: ConditionRow) =>
    Object.fromEntries(
      (['one', 'five'] as const).map((kind) => {
        const { eer, minDcf, cllr, minCllr, targets, nontargets, intervals } = row[kind];
        return [kind, { trials: targets + nontargets, eer, minDcf, cllr, minCllr, intervals }];
      }),
    );
  const [wide] = ours;
  writeLine({
    trials: wide!.one.targets + wide!.one.nontargets,
    eer: wide!.one.eer,
    minDcf: wide!.one.minDcf,
    conditions: Object.fromEntries(ours.map((row) => [row.condition, figures(row)])),
    refused: ours.reduce((sum, { refused }) => sum + refused, 0),
    notSpeech: {
      sounds: refusals.reduce((sum, { sounds }) => sum + sounds, 0),
      refused: refusals.reduce((sum, { refused }) => sum + refused, 0),
    },
  });
  return Status.done;
}
