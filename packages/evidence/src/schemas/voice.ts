import { type Static, Type } from 'typebox';
import { Reason } from './seal.ts';

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);
const Share = Type.Number({ minimum: 0, maximum: 1 });

/** How far a voice can be relied on. */
export const VoiceQuality = Type.Object(
  {
    /** Net speech in seconds. */
    speechSeconds: Type.Number({ minimum: 0 }),
    /** Level of the speech in dBFS; null where there is none. */
    levelDb: nullable(Type.Number()),
    /** Share of samples at full scale. */
    clipped: Share,
    /** Speech against the rest, in dB; null where one of them is missing. */
    snrDb: nullable(Type.Number()),
    /** What of the spectrum is there: a telephone's 3.4 kHz, or more. */
    band: Type.Enum(['telephone', 'wide']),
  },
  { $id: 'VoiceQuality' },
);
export type VoiceQuality = Static<typeof VoiceQuality>;

/** What a voiceprint on record is there for. */
export const VoiceprintKind = Type.Enum(['customer', 'watch', 'staff', 'call'], { $id: 'VoiceprintKind' });
export type VoiceprintKind = Static<typeof VoiceprintKind>;

/** A voiceprint on record that a voice was held against. */
export const VoiceMatch = Type.Object(
  {
    voiceprintId: Type.String(),
    /** `customer`: enrolled by a customer; `watch`: on the watch-list; `staff`: the lender's; `call`: of another call. */
    kind: VoiceprintKind,
    /** Customer (or member of staff) by the lender's own number; null where nobody knows. */
    person: nullable(Type.String()),
    lenderId: nullable(Type.String()),
    /** Case of the call that it is of; null where it was enrolled. */
    caseId: nullable(Type.String()),
    /** Calibrated log-likelihood ratio (natural logarithm) of one speaker against two. */
    llr: Type.Number(),
    /** That it is one speaker, by the ratio and the prior of docs/voiceprints.md. */
    probability: Share,
  },
  { $id: 'VoiceMatch' },
);
export type VoiceMatch = Static<typeof VoiceMatch>;

/** One channel of a recording. */
export const VoiceChannel = Type.Object(
  {
    /** From 1. */
    channel: Type.Integer({ minimum: 1 }),
    /** Whose channel it is, by the lender's configuration, or by the voices of its staff. */
    speaker: Type.Enum(['customer', 'agent']),
    /** Length of the channel in seconds. */
    seconds: Type.Number({ minimum: 0 }),
    quality: VoiceQuality,
    /** Why the voice was not compared, e.g. too little speech; null where it was. */
    refused: nullable(Reason),
    /**
     * The likeliest first. The case's own customer is here whatever the ratio, where one is enrolled; others only
     * where they are likely.
     */
    matches: Type.Array(VoiceMatch),
    /** That the voice was played back or synthesised: advice only. Null where nobody looked. */
    spoofProbability: nullable(Share),
  },
  { $id: 'VoiceChannel' },
);
export type VoiceChannel = Static<typeof VoiceChannel>;

/** Who speaks in a recording. */
export const Voice = Type.Object(
  {
    /** `wav`, `flac`, `mp3`, `opus`, `amr` … */
    format: Type.String(),
    /** As recorded, in Hz. */
    sampleRate: Type.Number({ minimum: 0 }),
    seconds: Type.Number({ minimum: 0 }),
    channels: Type.Array(VoiceChannel),
  },
  { $id: 'Voice' },
);
export type Voice = Static<typeof Voice>;
