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

/**
 * One print of a person from several recordings, some of which may be of somebody else. The largest group that agrees, which must be more than half
 * of them, is the core; whoever sounds like the core without himself belongs. Nobody is held against what was let in later, so that one false
 * recording opens no door to the next. One recording is taken as it is.
 *
 * @throws CodedError `voice.nothing-to-enrol`, `voice.enrolment-disagrees`, `voice.models-differ`
 */
export function enrol(backEnd: BackEnd, recordings: readonly Recording[]): Enrolment {
  if (recordings.length === 0) throw errors('voice.nothing-to-enrol');
  const core = largestGroup(backEnd, recordings);
  if (2 * core.length <= recordings.length) throw disagree(recordings, core);
  const judged = recordings.map((recording) => {
    const [first, ...rest] = core.filter((other) => other !== recording).map(({ print }) => print);
    const llr = first ? verify(backEnd, joinVoiceprints([first, ...rest]), recording.print) : Infinity;
    return { ...recording, llr };
  });
  const kept = judged.filter(({ llr }) => llr >= BELONGS_FROM);
  const [first, ...rest] = kept.map(({ print }) => print);
  if (!first || 2 * kept.length <= recordings.length) throw disagree(recordings, kept);
  return {
    print: joinVoiceprints([first, ...rest]),
    kept: kept.map(({ name }) => name),
    leftOut: judged.filter(({ llr }) => llr < BELONGS_FROM).map(({ name, llr }) => ({ name, llr })),
  };
}

const disagree = (all: readonly Recording[], agreeing: readonly Recording[]) =>
  errors('voice.enrolment-disagrees', { calls: all.length, agreeing: agreeing.length });

/** By average linkage; of equal ones the first. */
function largestGroup(backEnd: BackEnd, recordings: readonly Recording[]): Recording[] {
  const pairs = pairRatios(
    backEnd,
    recordings.map(({ print }) => print),
  );
  const numbers = averageLinkage(pairs, BELONGS_FROM);
  const groups = [...Map.groupBy(recordings, (_, i) => numbers[i]!).values()];
  return groups.reduce((largest, group) => (group.length > largest.length ? group : largest));
}
