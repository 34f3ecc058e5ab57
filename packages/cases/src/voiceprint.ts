import { VoiceMatch, VoiceprintKind, VoiceQuality } from '@jianzhen/evidence/schemas';
import { type Static, Type } from 'typebox';
import { Count, Id, Instant, nullable, Probability } from './parts.ts';

/** What a voiceprint may be used for, and for nothing else. */
export const VoicePurpose = Type.Enum(['identity-verification', 'anti-fraud', 'staff-exclusion'], {
  $id: 'VoicePurpose',
});
export type VoicePurpose = Static<typeof VoicePurpose>;

/** Who took the consent, when, and to which words. */
export const VoiceConsent = Type.Object(
  {
    by: Type.String({ minLength: 1, maxLength: 128 }),
    at: Instant,
    text: Type.String({ minLength: 1, maxLength: 2000 }),
  },
  { $id: 'VoiceConsent', additionalProperties: false },
);
export type VoiceConsent = Static<typeof VoiceConsent>;

/** A voiceprint on record, all but its vector, which no interface gives out. */
export const VoiceprintRecord = Type.Object(
  {
    id: Id,
    kind: VoiceprintKind,
    /** Customer or member of staff by the lender's own number; null where nobody knows. */
    person: nullable(Type.String()),
    lenderId: nullable(Type.String()),
    /** The call that it is of; null where it was enrolled. */
    caseId: nullable(Id),
    exhibitId: nullable(Id),
    channel: nullable(Type.Integer({ minimum: 1 })),
    /** What it was enrolled from: names of recordings, an exhibit, a call's number. */
    source: nullable(Type.String()),
    model: Type.String(),
    modelSha256: Type.String(),
    band: VoiceQuality.properties.band,
    /** Net speech in seconds. */
    seconds: Type.Number({ minimum: 0 }),
    pieces: Count,
    purpose: VoicePurpose,
    /** Null where none is stated. */
    consent: nullable(VoiceConsent),
    /** Why the voice is on the watch-list; null where it is not. */
    reason: nullable(Type.String()),
    createdBy: Type.String(),
    createdAt: Instant,
    /** It is deleted then. */
    expiresAt: Instant,
  },
  { $id: 'VoiceprintRecord' },
);
export type VoiceprintRecord = Static<typeof VoiceprintRecord>;

/** A voice held against a person's voiceprint. */
export const VoiceVerification = Type.Object(
  {
    person: Type.String(),
    /** The best of the person's. */
    match: VoiceMatch,
    /** That it is this person, by the prior of a caller who says so. */
    probability: Probability,
    decision: Type.Enum(['same', 'different', 'unsure']),
    quality: VoiceQuality,
  },
  { $id: 'VoiceVerification' },
);
export type VoiceVerification = Static<typeof VoiceVerification>;

/** A voice held against the watch-list. */
export const VoiceIdentification = Type.Object(
  {
    /** Voices that it was held against. */
    compared: Count,
    /** The likeliest first; the probability takes into account how many there are. */
    matches: Type.Array(
      Type.Object({
        ...VoiceMatch.properties,
        /** How often an unknown voice would reach this ratio against any of the list, as measured on others. */
        falseAlarmRate: nullable(Probability),
      }),
    ),
    quality: VoiceQuality,
  },
  { $id: 'VoiceIdentification' },
);
export type VoiceIdentification = Static<typeof VoiceIdentification>;
