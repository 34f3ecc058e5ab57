import { createVoiceList } from '@jianzhen/detector-voice';
import { openEars, readBackEnd } from '@jianzhen/engine';
import type { Voiceprint } from '@jianzhen/evidence';
import { seeded } from '@jianzhen/learn';
import { baselineSystem } from '../../apps/cli/src/commands/eval-voice/baseline.ts';
import { soundOf } from '../../apps/cli/src/commands/eval-voice/conditions.ts';
import { speechSets, voiceRows } from '../../apps/cli/src/commands/eval-voice/index.ts';
import type { ConditionRow } from '../../apps/cli/src/commands/eval-voice/run.ts';
import { ownSystem, type VoiceSystem } from '../../apps/cli/src/commands/eval-voice/systems.ts';
import type { BenchRow } from '../table.ts';
import { openPeer } from './peer.ts';

const LISTED = 100_000;
const SEARCHES = 40;
const SPEAKERS = 12;

/**
 * Ours, the peer and a baseline on the same trials: `JIANZHEN_SPEECH` names the folder of speech (its test speakers), `JIANZHEN_SPEECH_CODED`
 * that of AMR twins; without the first, made-up voices, which say little of people's.
 */
export async function run(): Promise<BenchRow[]> {
  const speech = process.env.JIANZHEN_SPEECH;
  const coded = process.env.JIANZHEN_SPEECH_CODED;
  const options = {
    seed: 1,
    size: SPEAKERS,
    splits: ['test' as const],
    ...(speech && { speech }),
    ...(coded && { coded }),
  };
  const sets = await speechSets(options);
  const ears = await openEars();
  try {
    const baseline = await baselineSystem(
      ears.activity,
      sets.training.map((each) => ({ speaker: each.speaker, sound: () => soundOf(each, 'wide') })),
    );
    const systems = [ownSystem(ears, await readBackEnd(ears.model)), await openPeer(), baseline];
    const rows: BenchRow[] = [];
    let ours: ConditionRow | null = null;
    for await (const row of voiceRows(systems as readonly VoiceSystem[], sets, options)) {
      if (row.system === systems[0]!.name) ours = row;
      rows.push(...([1, 5] as const).map((count) => rowOf(row, ours!, count)));
    }
    return rows;
  } finally {
    await ears.close();
  }
}

function rowOf(row: ConditionRow, ours: ConditionRow, count: 1 | 5): BenchRow {
  const [measured, own] = count === 1 ? [row.one, ours.one] : [row.five, ours.five];
  const round = (value: number) => Number(value.toFixed(3));
  return {
    condition: row.condition,
    trials: `${count} against ${count}, ${measured.targets + measured.nontargets}`,
    system: row.system,
    'EER %': round(100 * measured.eer),
    'from %': round(100 * measured.intervals.eer.low),
    'to %': round(100 * measured.intervals.eer.high),
    'minDCF(0.01)': round(measured.minDcf),
    'EER / ours': round(measured.eer / own.eer),
    'minDCF / ours': round(measured.minDcf / own.minDcf),
    refused: row.refused,
    'real-time factor': round(row.realTimeFactor),
  };
}

/** A watch-list of a hundred thousand made-up voiceprints: time of a search on one core. */
export async function runIdentify(): Promise<BenchRow[]> {
  const backEnd = await readBackEnd();
  const random = seeded(1);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const print = (): Voiceprint => ({
    model: backEnd.model.id,
    modelSha256: backEnd.model.sha256,
    vector: Float32Array.from({ length: backEnd.dims }, normal),
    seconds: 1 + 19 * random(),
    pieces: 1,
    band: random() < 0.5 ? 'telephone' : 'wide',
  });
  const list = createVoiceList(backEnd, LISTED);
  for (let i = 0; i < LISTED; i++) list.add(`p${i}`, print());
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let i = 0; i < SEARCHES; i++) {
    const started = performance.now();
    list.identify(print());
    times.push(performance.now() - started);
  }
  const { user, system } = process.cpuUsage(before);
  times.sort((a, b) => a - b);
  const round = (value: number) => Number(value.toFixed(1));
  return [
    {
      voiceprints: list.size,
      numbers: backEnd.rows,
      'ms, median': round(times[SEARCHES >> 1]!),
      'ms, 95%': round(times[Math.floor(0.95 * SEARCHES)]!),
      'CPU ms': round((user + system) / 1000 / SEARCHES),
      'resident MB': Math.round(process.memoryUsage().rss / 2 ** 20),
    },
  ];
}
