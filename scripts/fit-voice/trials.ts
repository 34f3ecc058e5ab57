// Trials of validation at every length of speech: cuts of a second or two, whole recordings, five recordings together.
import { type BackEnd, joinVoiceprints, lengthMeasure, type Template } from '@jianzhen/detector-voice';
import type { Voiceprint } from '@jianzhen/evidence';
import type { Spoken } from '../../apps/cli/src/commands/eval-voice/conditions.ts';
import { groupsOf } from '../../apps/cli/src/commands/eval-voice/pairs.ts';
import type { Embedded } from './embed.ts';

/** A print with what it was made of, so that no recording is held against itself. */
export interface Side {
  readonly corpus: string;
  readonly speaker: string;
  readonly length: string;
  readonly sources: readonly string[];
  readonly print: Voiceprint;
}

export interface CalibrationTrial {
  readonly score: number;
  /** See `lengthMeasure`. */
  readonly q: number;
  readonly label: 0 | 1;
  readonly speakers: readonly [string, string];
  /** Lengths of both sides: trials of one pair of lengths share its weight. */
  readonly lengths: string;
}

export function sidesOf(
  spoken: readonly Spoken[],
  embedded: ReadonlyMap<string, Embedded>,
  seed: number,
): Side[] {
  const known = spoken.flatMap(({ name, corpus, speaker }) => {
    const found = embedded.get(name);
    return found ? [{ name, corpus, speaker, found }] : [];
  });
  const single = known.flatMap(({ name, corpus, speaker, found }): Side[] =>
    [['whole', found.full] as const, ...Object.entries(found.cuts)].map(([length, print]) => ({
      corpus,
      speaker,
      length,
      sources: [name],
      print,
    })),
  );
  const wholes = single.filter(({ length }) => length === 'whole');
  const five = groupsOf(
    {
      join: ([first, ...rest]: readonly [Side, ...Side[]]): Side => ({
        ...first,
        length: 'five',
        sources: [first, ...rest].flatMap(({ sources }) => sources),
        print: joinVoiceprints([first.print, ...rest.map(({ print }) => print)]),
      }),
    },
    wholes.map((side) => ({ corpus: side.corpus, speaker: side.speaker, print: side })),
    seed,
  ).map(({ print }) => print);
  return [...single, ...five];
}

/** All pairs within a corpus of which no recording is on both sides. */
export function trialsOf(backEnd: BackEnd, sides: readonly Side[]): CalibrationTrial[] {
  const templates = sides.map(({ print }): Template => backEnd.template(print));
  const trials: CalibrationTrial[] = [];
  sides.forEach((a, i) => {
    for (let j = 0; j < i; j++) {
      const b = sides[j]!;
      if (a.corpus !== b.corpus || meet(a.sources, b.sources)) continue;
      trials.push({
        score: backEnd.score(templates[i]!, templates[j]!),
        q: lengthMeasure(a.print.seconds, b.print.seconds),
        label: a.speaker === b.speaker ? 1 : 0,
        speakers: [a.speaker, b.speaker],
        lengths: [a.length, b.length].sort().join(' '),
      });
    }
  });
  return trials;
}

const meet = (a: readonly string[], b: readonly string[]) => a.some((source) => b.includes(source));
