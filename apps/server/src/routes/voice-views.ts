import { VoiceIdentification, VoiceprintRecord, VoiceVerification } from '@jianzhen/cases';
import { Type } from 'typebox';
import { answer, ref } from '../http/schemas.ts';

export const VoiceprintList = Type.Object(
  {
    voiceprints: Type.Array(VoiceprintRecord),
    /** Cursor of the next page; null on the last. */
    next: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'VoiceprintList' },
);

/** Schemas of this part that the description names. */
export const voiceSchemas = [VoiceprintRecord, VoiceprintList, VoiceVerification, VoiceIdentification];

export const voiceViews = {
  VoiceprintRecord: answer('The voiceprint, without its vector', ref(VoiceprintRecord)),
  VoiceprintList: answer('Voiceprints, newest first, without their vectors', ref(VoiceprintList)),
  VoiceVerification: answer('Whether it is this person', ref(VoiceVerification)),
  VoiceIdentification: answer('Who of the watch-list it may be', ref(VoiceIdentification)),
};
