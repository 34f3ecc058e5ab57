import { PRIORS, sameSpeaker } from '@jianzhen/cases';
import { verify as ratioOf } from '@jianzhen/detector-voice';
import { openEars, readBackEnd } from '@jianzhen/engine';
import { toCodedError } from '@jianzhen/evidence';
import { errors } from '../../errors.ts';
import { errorForPeople, errorLine, writeLine } from '../../output/lines.ts';
import { Status } from '../../status.ts';
import { hearFile } from './hear.ts';
import { enrolledVoices, onVoices } from './on-record.ts';

export interface VerifyOptions {
  readonly person: string;
  readonly channel?: number;
  readonly data?: string;
  readonly json?: boolean;
}

/** `jianzhen voice verify`: whether a recording is of the person, by the best of what is enrolled. */
export async function verify(file: string, options: VerifyOptions): Promise<Status> {
  const { person, channel, data, json = false } = options;
  const ears = await openEars();
  try {
    const backEnd = await readBackEnd(ears.model);
    const { voiceprint, warnings } = await hearFile(ears, file, channel);
    const matches = await onVoices(data, ({ cases }) =>
      cases.transaction(async (tx) => {
        const found = [];
        for await (const { known, print } of enrolledVoices(tx, ears.model.sha256))
          if (known.person === person)
            found.push({ voiceprintId: known.id, score: ratioOf(backEnd, print, voiceprint) });
        return found.sort((a, b) => b.score - a.score);
      }),
    );
    const [best] = matches;
    if (!best) throw errors('cli.voice-unknown', { person });
    const probability = sameSpeaker(best.score, PRIORS.customer);
    const same = best.score >= 0;
    if (json) writeLine({ file, person, ...best, same, probability, prior: PRIORS.customer, warnings });
    else {
      const said = same ? '像是同一人 sounds like the same person' : '像是另一个人 sounds like somebody else';
      console.log(
        `${file}: ${person} ${said} (${best.score.toFixed(2)}, ${(100 * probability).toFixed(1)}%)`,
      );
    }
    return Status.done;
  } catch (thrown) {
    return unreadable(file, thrown, json);
  } finally {
    await ears.close();
  }
}

/** An input that cannot be heard has its line; anything else ends the command. */
export function unreadable(file: string, thrown: unknown, json: boolean): Status {
  const error = toCodedError(thrown);
  if (!/^(sound|cli\.file|voice\.(channel-needed|no-such-channel))/.test(error.code)) throw thrown;
  if (json) writeLine(errorLine(file, error));
  else console.error(errorForPeople(file, error));
  return Status.unreadable;
}
