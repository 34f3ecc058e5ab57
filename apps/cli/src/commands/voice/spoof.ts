import { spoof as judge, type SpoofModel } from '@jianzhen/detector-voice';
import { readSpoofModel } from '@jianzhen/engine';
import { toCodedError } from '@jianzhen/evidence';
import { callChannels, openSound, openVoiceActivity, type VoiceActivity } from '@jianzhen/signal';
import { errors } from '../../errors.ts';
import { expandInputs, readPieces } from '../../inputs.ts';
import { errorForPeople, errorLine, writeLine } from '../../output/lines.ts';
import { progress, table } from '../../output/terminal.ts';
import { Status } from '../../status.ts';

/** Pieces of each channel, of at most 6 s, that are looked at. */
const PIECES = 10;

/** `jianzhen voice spoof FILE…`: whether a machine speaks; advice only. */
export async function spoof(paths: readonly string[], { json = false }: { json?: boolean }): Promise<Status> {
  const files = await expandInputs(paths);
  const model = await readSpoofModel();
  if (!model) throw errors('cli.no-spoof-model');
  const activity = await openVoiceActivity();
  const bar = progress(files.length);
  const rows: string[][] = [];
  let unreadable = false;
  for (const file of files) {
    try {
      const line = await judgeFile(file, model, activity);
      if (json) writeLine(line);
      else
        rows.push([
          file,
          line.spoofProbability === null ? '–' : `${(100 * line.spoofProbability).toFixed(0)}%`,
        ]);
    } catch (thrown) {
      unreadable = true;
      const error = toCodedError(thrown);
      if (json) writeLine(errorLine(file, error));
      else console.error(errorForPeople(file, error));
    }
    bar.advance();
  }
  bar.stop();
  await activity.release();
  if (!json && rows.length > 0) console.log(table(['录音 recording', '机器语音 machine'], rows));
  return unreadable ? Status.unreadable : Status.done;
}

/** The likeliest of the channels; a file of which no channel can be heard throws why. */
async function judgeFile(file: string, model: SpoofModel, activity: VoiceActivity) {
  const pieces: Float32Array[][] = [];
  const call = await callChannels(
    await openSound(readPieces(file), { name: file }),
    activity,
    (channel, { samples }) => {
      pieces[channel] ??= [];
      if (pieces[channel].length < PIECES) pieces[channel].push(samples);
    },
  );
  const channels = call.channels.map(({ refused }, i) => ({
    channel: i + 1,
    refused: refused?.toJSON() ?? null,
    ...(refused ? { probability: null, reasons: [] } : judge(pieces[i] ?? [], model)),
  }));
  const [first] = call.channels;
  if (first?.refused && call.channels.every(({ refused }) => refused)) throw first.refused;
  const told = channels.flatMap(({ probability }) => (probability === null ? [] : [probability]));
  return { file, spoofProbability: told.length > 0 ? Math.max(...told) : null, channels };
}
