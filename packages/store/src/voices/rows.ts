import type { KnownVoice, StoredVoice, VoiceprintRecord } from '@jianzhen/cases';
import type { Row } from '../cases/rows.ts';
import type { FieldPlace } from '../fields/cipher.ts';

export const RECORD = `
  v.id, v.kind, v.person, v.lender_id as "lenderId", v.case_id as "caseId", v.exhibit_id as "exhibitId", v.channel, v.source, v.model,
  v.model_sha256 as "modelSha256", v.band, v.seconds, v.pieces, v.purpose, v.consent, v.reason, v.created_by as "createdBy",
  v.created_at as "createdAt", v.expires_at as "expiresAt"`;
export type RecordRow = Row<VoiceprintRecord, 'createdAt' | 'expiresAt'>;
export function recordOf(row: RecordRow): VoiceprintRecord {
  return { ...row, createdAt: row.createdAt.toISOString(), expiresAt: row.expiresAt.toISOString() };
}

export const KNOWN = `
  select ${RECORD}, v.number::float8 as number, v.voice, c.reference, e.name as exhibit
  from jianzhen.voiceprints v
  left join jianzhen.cases c on c.id = v.case_id
  left join jianzhen.exhibits e on e.id = v.exhibit_id`;
export type KnownRow = Row<KnownVoice, 'createdAt' | 'expiresAt'>;
export function knownOf(row: KnownRow): KnownVoice {
  return { ...row, createdAt: row.createdAt.toISOString(), expiresAt: row.expiresAt.toISOString() };
}

export interface SealedRow {
  readonly id: string;
  /** base64: both drivers take and give it alike. */
  readonly sealed: string;
}

export type StoredRow = Omit<StoredVoice, 'vector'> & SealedRow;

export const placeOf = (row: string): FieldPlace => ({ table: 'voiceprints', row, column: 'vector' });

/** Little-endian floats, whatever the machine. */
export function bytesOf(vector: Float32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * vector.length));
  vector.forEach((value, i) => {
    view.setFloat32(4 * i, value, true);
  });
  return new Uint8Array(view.buffer);
}

export function vectorOf(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true));
}
