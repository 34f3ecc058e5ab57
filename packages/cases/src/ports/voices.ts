import type { Voiceprint, VoiceprintKind } from '@jianzhen/evidence';
import type { VoiceprintRecord } from '../voiceprint.ts';

/** What a voice on record is found by. */
export interface StoredVoice extends Voiceprint {
  /** Rises in the order of commits. */
  readonly number: number;
  readonly kind: VoiceprintKind;
}

/** A voiceprint on record with what it belongs to. */
export interface KnownVoice extends VoiceprintRecord {
  readonly number: number;
  /** Which prints of calls are of one voice; null for one that was enrolled. */
  readonly voice: string | null;
  /** The call's case, by the lender's number of it. */
  readonly reference: string | null;
  /** The call's exhibit by its file's name. */
  readonly exhibit: string | null;
}

/** A voiceprint to keep. */
export interface NewVoiceprint {
  readonly record: VoiceprintRecord;
  readonly vector: Float32Array;
  readonly voice: string | null;
}

/** Voices on record, within a transaction. */
export interface VoiceSource {
  /** False where there is no key to keep voiceprints under. */
  readonly keepsVoices: boolean;
  /** @throws `store.field-key-missing` */
  requireVoiceKey(): void;
  /** Holds other transactions that add or delete voices until this one ends, so that of two at once the later sees the earlier. */
  lockVoices(): Promise<void>;
  /** After the given number, in order. @throws `store.field-key-missing`, `store.field-key-unknown`, `store.field-corrupted` */
  voicesAfter(number: number, limit: number): Promise<StoredVoice[]>;
  /** Numbers of the voices that were deleted, after the given place among deletions, in order. */
  voicesGoneAfter(
    place: number,
    limit: number,
  ): Promise<{ readonly place: number; readonly number: number }[]>;
  /** Those of the numbers that are still there and have not expired. */
  voices(numbers: readonly number[]): Promise<KnownVoice[]>;
  /** Those that a customer of a lender enrolled and that have not expired. */
  voicesOf(person: string, lenderId: string | null): Promise<KnownVoice[]>;
}

/** Adds and takes away. */
export interface VoiceKeeper extends VoiceSource {
  /** @throws `store.field-key-missing` */
  insertVoiceprints(prints: readonly NewVoiceprint[]): Promise<void>;
  /** With every trace and match that came of it; null where there is no such voiceprint. */
  deleteVoiceprint(id: string): Promise<VoiceprintRecord | null>;
}

export interface VoiceQuery {
  readonly kind?: VoiceprintKind;
  readonly person?: string;
  readonly lenderId?: string;
  readonly limit: number;
  /** Only what is older than this id. */
  readonly before?: string;
}

export interface VoiceStore {
  findVoiceprint(id: string): Promise<VoiceprintRecord | null>;
  /** Newest first. */
  listVoiceprints(query: VoiceQuery): Promise<VoiceprintRecord[]>;
  /** Ids of voiceprints whose time is over. */
  expiredVoiceprints(limit: number): Promise<string[]>;
  /** Encrypts anew, under the key that writes now, what is under others. Answers with how many there were. */
  renewVoiceprints(limit: number): Promise<number>;
}

/** A voice on record with the ratio of a voice's being the same. */
export interface ScoredVoice {
  readonly number: number;
  readonly kind: VoiceprintKind;
  /** Calibrated log-likelihood ratio, natural logarithm. */
  readonly llr: number;
  /** How often an unknown voice reaches this ratio against any of the list; null where there was no list. */
  readonly falseAlarmRate: number | null;
}

/** Compares voices. It keeps those on record in memory and follows what is added and deleted. */
export interface VoiceMatcher {
  /** Up to date with the source as the transaction sees it. */
  refresh(source: VoiceSource): Promise<void>;
  /** How many voices of these kinds there are that a print can be compared with. */
  count(kinds: readonly VoiceprintKind[]): number;
  /** The likeliest of these kinds, best first. */
  search(print: Voiceprint, kinds: readonly VoiceprintKind[], limit: number): ScoredVoice[];
  /** The ratio of each of these numbers of customers' voices that is known and of the same model. */
  score(print: Voiceprint, numbers: readonly number[]): ScoredVoice[];
  /**
   * One print of several recordings of one person. `left` are the places of those that are another's voice, and so were left out.
   */
  combine(prints: readonly Voiceprint[]): { readonly print: Voiceprint; readonly left: readonly number[] };
}
