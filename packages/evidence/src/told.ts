import type { Message } from './schemas/message.ts';
import type { Seal } from './schemas/seal.ts';
import type { Signature } from './schemas/signature.ts';
import type { VoiceChannel } from './schemas/voice.ts';
import { changesWords, sealWords, signatureWords, voiceWords } from './words.ts';

/** A row of facts as every surface shows it: what it is called, and its value. */
export type FactRow = readonly [label: Message, value: string];

const given = (rows: readonly (readonly [Message, string | null | undefined])[]): FactRow[] =>
  rows.filter((row): row is FactRow => Boolean(row[1]));

/** Who signed, with what, and when; what is not known is left out. */
export const signatureFacts = (signature: Signature): FactRow[] => {
  const { signer, certificate, sealName, seal, signedAt, provenAt, algorithm, format } = signature;
  return given([
    [signatureWords.signer, signer],
    [signatureWords.issuer, certificate?.issuer],
    [signatureWords.seal, sealName && [sealName, seal?.maker].filter(Boolean).join(' · ')],
    [signatureWords.provenAt, provenAt],
    [signatureWords.signedAt, signedAt],
    [signatureWords.algorithm, `${algorithm} (${format})`],
  ]);
};

/** What a signature was found to be: intact, whole, unchanged, in that order. */
export const signatureState = ({
  intact,
  indication,
  wholeDocument,
  changesAfterSigning,
}: Signature): Message[] => [
  intact ? signatureWords.intact : signatureWords[indication === 'TOTAL-FAILED' ? 'notIntact' : 'unverified'],
  wholeDocument ? signatureWords.whole : signatureWords.part,
  changesWords[changesAfterSigning],
];

/** Forbidden changes, then reasons. */
export const signatureReasons = ({ changes, reasons }: Signature): Message[] => [
  ...changes.filter(({ permitted }) => !permitted).map(({ message }) => message),
  ...reasons.map(({ message }) => message),
];

/** What besides the title was read on a seal; of a number also how sure that is, for one wrong digit is another's. */
export const sealFacts = ({ subtitle, code, taxNumber, numberConfidence }: Seal): FactRow[] =>
  given([
    [sealWords.subtitle, subtitle],
    [sealWords.code, code],
    [sealWords.taxNumber, taxNumber],
    [sealWords.numberSure, numberConfidence ? `${Math.floor(100 * numberConfidence)}%` : null],
  ]);

/** What of the spectrum is there, whatever the reader's language. */
const BANDS = { telephone: '≤ 4 kHz', wide: '> 4 kHz' } as const;

/**
 * How good a channel's sound is; what was not measured is left out. The word on machines' voices is no fact of this kind: it is too weak to stand
 * on every recording, and a finding tells it where it is worth a look.
 */
export const voiceFacts = ({ quality }: Pick<VoiceChannel, 'quality'>): FactRow[] => {
  const { speechSeconds, levelDb, snrDb, clipped, band } = quality;
  return given([
    [voiceWords.speech, `${speechSeconds.toFixed(1)} s`],
    [voiceWords.level, levelDb === null ? null : `${levelDb.toFixed(0)} dBFS`],
    [voiceWords.snr, snrDb === null ? null : `${snrDb.toFixed(0)} dB`],
    [voiceWords.clipped, `${(100 * clipped).toFixed(1)}%`],
    [voiceWords.band, BANDS[band]],
  ]);
};
