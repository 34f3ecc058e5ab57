import type { Voiceprint } from '@jianzhen/evidence';
import type { BackEnd } from '../back-end/index.ts';
import { averageLinkage } from '../cluster/linkage.ts';
import { pairRatios } from '../cluster/pairs.ts';
import { errors } from '../errors.ts';
import { verify } from '../verify.ts';
import { joinVoiceprints } from '../voiceprint.ts';

export interface Recording {
  /** As it is to be named where it does not belong. */
  readonly name: string;
  readonly print: Voiceprint;
}

export interface LeftOut {
  readonly name: string;
  /** Ratio against the person that the others make; below the threshold. */
  readonly llr: number;
}

export interface Enrolment {
  readonly print: Voiceprint;
  /** Names of the recordings that it was made of. */
  readonly kept: readonly string[];
  /** Recordings that sound like somebody else; they are no part of the print. */
  readonly leftOut: readonly LeftOut[];
}

/** A ratio below this speaks for two voices. A true call that is left out costs little, a false one that is taken in stays. */
const BELONGS_FROM = 0;
const MOST_ROUNDS = 10;

/**
 * One print of a person from several recordings, some of which may be of somebody else: the largest group that agrees, which must be more than
 * half of them, then whoever agrees with the others of it. One recording is taken as it is.
 *
 * @throws CodedError `voice.nothing-to-enrol`, `voice.enrolment-disagrees`, `voice.models-differ`
 */
export function enrol(backEnd: BackEnd, recordings: readonly Recording[]): Enrolment {
  if (recordings.length === 0) throw errors('voice.nothing-to-enrol');
  let members = core(backEnd, recordings);
  const majority = () => {
    if (2 * members.size <= recordings.length)
      throw errors('voice.enrolment-disagrees', { calls: recordings.length, agreeing: members.size });
  };
  majority();
  const ratio = (recording: Recording) => {
    const [first, ...rest] = [...members].filter((other) => other !== recording).map(({ print }) => print);
    return first ? verify(backEnd, joinVoiceprints([first, ...rest]), recording.print) : Infinity;
  };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = new Set(recordings.filter((recording) => ratio(recording) >= BELONGS_FROM));
    const settled = sameMembers(next, members);
    members = next;
    majority();
    if (settled) break;
  }
  const [first, ...rest] = [...members].map(({ print }) => print);
  return {
    print: joinVoiceprints([first!, ...rest]),
    kept: [...members].map(({ name }) => name),
    leftOut: recordings
      .filter((recording) => !members.has(recording))
      .map((recording) => ({ name: recording.name, llr: ratio(recording) })),
  };
}

/** The largest group by average linkage; of equal ones the first. */
function core(backEnd: BackEnd, recordings: readonly Recording[]): Set<Recording> {
  const pairs = pairRatios(
    backEnd,
    recordings.map(({ print }) => print),
  );
  const numbers = averageLinkage(pairs, BELONGS_FROM);
  const groups = [...Map.groupBy(recordings, (_, i) => numbers[i]!).values()];
  return new Set(groups.reduce((largest, group) => (group.length > largest.length ? group : largest)));
}

const sameMembers = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>) =>
  a.size === b.size && [...a].every((member) => b.has(member));
