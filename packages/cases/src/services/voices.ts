import type {
  ChannelVoiceprint,
  CodedError,
  Voiceprint,
  VoiceprintKind,
  VoiceQuality,
} from '@jianzhen/evidence';
import { cut, type Paging, pageOf } from '../cursor.ts';
import { errors } from '../errors.ts';
import { newId } from '../ids.ts';
import type { CaseStore, Examiner, Once, VoiceMatcher, VoiceQuery, VoiceStore } from '../ports/index.ts';
import type {
  VoiceConsent,
  VoiceIdentification,
  VoicePurpose,
  VoiceprintRecord,
  VoiceVerification,
} from '../voiceprint.ts';
import { bestOf, DECIDED, joined, matchOf } from '../voices/compare.ts';
import { CALLERS, type CallRules } from '../voices/hear.ts';
import { PRIORS, sameSpeaker } from '../voices/odds.ts';
import { once } from './once.ts';

/** Kinds that a person can enrol; those of calls come of examinations. */
export type EnrolledKind = Exclude<VoiceprintKind, 'call'>;

export interface Recording {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface NewVoice {
  readonly kind: EnrolledKind;
  readonly person?: string | null;
  readonly lenderId?: string | null;
  readonly consent?: VoiceConsent | null;
  readonly reason?: string | null;
  readonly by: string;
  /** A call's number, an exhibit; the names of the recordings where it is left out. */
  readonly source?: string | null;
  /** Of the recordings, from 1; the side that such a person speaks on unless told. */
  readonly channel?: number | undefined;
  /** Days for which it is kept. */
  readonly days?: number | undefined;
}

export interface VoicesOptions {
  readonly now?: () => Date;
  readonly calls?: CallRules;
}

/** Days for which what was enrolled is kept unless told: three years. */
const ENROLLED_DAYS = 1095;
const DAY_MS = 86_400_000;
/** Voiceprints deleted, or encrypted anew, in one go. */
const AT_ONCE = 100;

const PURPOSES: Readonly<Record<EnrolledKind, VoicePurpose>> = {
  customer: 'identity-verification',
  watch: 'anti-fraud',
  staff: 'staff-exclusion',
};

/**
 * What people ask of voices on record. Voiceprints are biometric data: none of the answers has a vector in it. Recordings that a voice was
 * enrolled from or held up are not kept.
 */
export function createVoices(
  store: CaseStore,
  voices: VoiceStore,
  examiner: () => Promise<Examiner>,
  openMatcher: () => Promise<VoiceMatcher | null>,
  { now = () => new Date(), calls = CALLERS }: VoicesOptions = {},
) {
  const getMatcher = async (): Promise<VoiceMatcher> => {
    const matcher = await openMatcher();
    if (!matcher) throw errors('voiceprint.no-model');
    return matcher;
  };

  /** The voice on the channel that was asked for, or on which such a person speaks. */
  const listen = async (
    recording: Recording,
    kind: EnrolledKind,
    channel?: number,
  ): Promise<{ print: ChannelVoiceprint; quality: VoiceQuality }> => {
    const { name } = recording;
    const { pages } = await (await examiner()).examine({ ...recording, only: 'voice', voiceprints: true });
    const [page] = pages;
    if (!page?.voice) throw errors('voiceprint.not-a-recording', { name });
    const { channels } = page.voice;
    const side = kind === 'staff' ? 3 - calls.customerChannel : calls.customerChannel;
    const wanted = channel ?? (channels.length === 1 ? 1 : side);
    const found = channels.find((one) => one.channel === wanted);
    if (!found) throw errors('voiceprint.no-channel', { name, channel: wanted });
    const print = page.voiceprints?.find((one) => one.channel === wanted);
    if (found.refused || !print) throw noVoice(name, found.refused?.message ?? { zh: '', en: '' });
    return { print, quality: found.quality };
  };

  const found = async (id: string): Promise<VoiceprintRecord> => {
    const record = await voices.findVoiceprint(id);
    if (!record) throw errors('voiceprint.not-found', { id });
    return record;
  };

  const remove = (id: string, by: string): Promise<boolean> =>
    store.transaction(async (tx) => {
      await tx.lockVoices();
      const record = await tx.deleteVoiceprint(id);
      if (!record) return false;
      await tx.append([event('voiceprint.deleted', record, by)]);
      return true;
    });

  /**
   * Keeps a print that was made elsewhere of recordings with these names.
   * @throws `voiceprint.…`; `store.field-key-missing` where nothing can be kept
   */
  const keep = async (
    input: NewVoice,
    names: readonly string[],
    print: Voiceprint,
    key?: Once,
  ): Promise<VoiceprintRecord> => {
    check(input);
    const record = recordOf(input, names, print, now());
    // Only the id is remembered: of what was deleted, nothing is told again.
    const id = await store.transaction((tx) =>
      once(tx, key, async () => {
        await tx.insertVoiceprints([{ record, vector: print.vector, voice: null }]);
        await tx.append([event('voiceprint.enrolled', record, record.createdBy)]);
        return record.id;
      }),
    );
    return found(id);
  };

  return {
    /**
     * Makes one voiceprint of all recordings and keeps it. With a key, a repeated request gives the first one's answer.
     * @throws `voiceprint.…`; `store.field-key-missing` where nothing can be kept
     */
    async enrol(input: NewVoice, recordings: readonly Recording[], key?: Once): Promise<VoiceprintRecord> {
      check(input);
      // Refused before anybody waits for the recordings to be listened to.
      await store.transaction(async (tx) => tx.requireVoiceKey());
      const matcher = await getMatcher();
      const heard = [];
      for (const recording of recordings) heard.push(await listen(recording, input.kind, input.channel));
      const { print, left } = matcher.combine(heard.map((one) => one.print));
      if (left.length > 0)
        throw errors('voiceprint.voices-differ', { names: left.map((i) => recordings[i]!.name).join(', ') });
      return keep(
        input,
        recordings.map(({ name }) => name),
        print,
        key,
      );
    },

    keep,

    async list(
      query: Omit<VoiceQuery, 'limit' | 'before'> & Paging,
    ): Promise<{ voiceprints: VoiceprintRecord[]; next: string | null }> {
      const { cursor, limit, ...filter } = query;
      const records = await voices.listVoiceprints({ ...filter, ...pageOf({ cursor, limit }) });
      const { items, next } = cut(records, limit);
      return { voiceprints: items, next };
    },

    get: found,

    /** @throws `voiceprint.none-of-person` where the person has none of the model in use */
    async verify(
      {
        person,
        lenderId,
        channel,
      }: { person: string; lenderId?: string | null; channel?: number | undefined },
      recording: Recording,
    ): Promise<VoiceVerification> {
      const matcher = await getMatcher();
      const { print, quality } = await listen(recording, 'customer', channel);
      const match = await store.transaction(async (tx) => {
        await matcher.refresh(tx);
        return bestOf(matcher, await tx.voicesOf(person, lenderId ?? null), print);
      });
      if (!match) throw errors('voiceprint.none-of-person', { person });
      const { probability } = match;
      const decision =
        probability >= DECIDED ? 'same' : 1 - probability >= DECIDED ? 'different' : ('unsure' as const);
      return { person, match, probability, decision, quality };
    },

    /** Against the watch-list. */
    async identify(
      { top, channel }: { top: number; channel?: number | undefined },
      recording: Recording,
    ): Promise<VoiceIdentification> {
      const matcher = await getMatcher();
      const { print, quality } = await listen(recording, 'watch', channel);
      return store.transaction(async (tx) => {
        await matcher.refresh(tx);
        const compared = matcher.count(['watch']);
        const scored = matcher
          .search(print, ['watch'], top)
          .map((voice) => ({ ...voice, probability: sameSpeaker(voice.llr, PRIORS.watch, compared) }));
        const known = joined(await tx.voices(scored.map(({ number }) => number)), scored);
        const matches = known.map(({ known: voice, llr, probability, falseAlarmRate }) => ({
          ...matchOf(voice, llr, probability),
          falseAlarmRate,
        }));
        return { compared, matches, quality };
      });
    },

    /** Row, vector, traces and matches are gone afterwards; that there was one is kept, without anything of the voice. */
    async remove(id: string, by: string): Promise<void> {
      if (!(await remove(id, by))) throw errors('voiceprint.not-found', { id });
    },

    /** Deletes what has expired, and brings the rest under the key that writes now. Answers with how many each. */
    async tidy(): Promise<{ expired: number; renewed: number }> {
      const done = { expired: 0, renewed: 0 };
      for (;;) {
        const ids = await voices.expiredVoiceprints(AT_ONCE);
        for (const id of ids) if (await remove(id, 'retention')) done.expired++;
        if (ids.length < AT_ONCE) break;
      }
      for (;;) {
        const renewed = await voices.renewVoiceprints(AT_ONCE);
        done.renewed += renewed;
        if (renewed < AT_ONCE) return done;
      }
    },
  };
}
export type Voices = ReturnType<typeof createVoices>;

const noVoice = (name: string, { zh, en }: { zh: string; en: string }): CodedError =>
  errors('voiceprint.no-voice', { name, zh, en });

function check({ kind, person, consent, reason }: NewVoice): void {
  if (kind !== 'watch' && !person) throw errors('voiceprint.person-missing');
  if (kind === 'customer' && !consent) throw errors('voiceprint.consent-missing');
  if (kind === 'watch' && !reason?.trim()) throw errors('voiceprint.reason-missing');
}

function recordOf(
  { kind, person, lenderId, consent, reason, by, source, days = ENROLLED_DAYS }: NewVoice,
  names: readonly string[],
  { model, modelSha256, band, seconds, pieces }: Voiceprint,
  at: Date,
): VoiceprintRecord {
  return {
    id: newId(),
    kind,
    person: person ?? null,
    lenderId: lenderId ?? null,
    ...{ caseId: null, exhibitId: null, channel: null },
    source: source ?? names.join(', '),
    ...{ model, modelSha256, band, seconds, pieces },
    purpose: PURPOSES[kind],
    consent: consent ?? null,
    reason: kind === 'watch' ? (reason ?? null) : null,
    createdBy: by,
    createdAt: at.toISOString(),
    expiresAt: new Date(at.getTime() + days * DAY_MS).toISOString(),
  };
}

/** What the audit trail keeps: that it was there and what for, nothing of the voice or of whose it is. */
function event(
  type: 'voiceprint.enrolled' | 'voiceprint.deleted',
  { id, kind, purpose, caseId, exhibitId }: VoiceprintRecord,
  by: string,
) {
  return { type, caseId, exhibitId, data: { voiceprintId: id, kind, purpose, by } };
}
