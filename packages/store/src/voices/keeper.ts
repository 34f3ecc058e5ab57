import type { NewVoiceprint, VoiceKeeper } from '@jianzhen/cases';
import type { Voice } from '@jianzhen/evidence';
import { errors } from '../errors.ts';
import type { FieldCipher } from '../fields/cipher.ts';
import type { Sql } from '../sql/database.ts';
import { json } from '../sql/values.ts';
import {
  bytesOf,
  KNOWN,
  type KnownRow,
  knownOf,
  placeOf,
  RECORD,
  type RecordRow,
  recordOf,
  type StoredRow,
  vectorOf,
} from './rows.ts';

/** The migration's trigger on deletions takes the same one. */
const LOCK = 'jianzhen_voices';

/** Voices on record, as a transaction sees them. Without keys nothing is kept, and nothing read. */
export function voiceKeeper(sql: Sql, cipher: FieldCipher | null): VoiceKeeper {
  const keys = (): FieldCipher => {
    if (!cipher) throw errors('store.field-key-missing');
    return cipher;
  };
  const lockVoices = async () => {
    await sql.query('select pg_advisory_xact_lock(hashtext($1))', [LOCK]);
  };
  return {
    keepsVoices: cipher !== null,
    requireVoiceKey: () => void keys(),
    lockVoices,

    async voicesAfter(number, limit) {
      const { open } = keys();
      const rows = await sql.query<StoredRow>(
        `select id, number::float8 as number, kind, model, model_sha256 as "modelSha256", band, seconds, pieces,
                encode(vector, 'base64') as sealed
         from jianzhen.voiceprints where number > $1 order by number limit $2`,
        [number, limit],
      );
      return rows.map(({ id, sealed, ...row }) => ({
        ...row,
        vector: vectorOf(open(Buffer.from(sealed, 'base64'), placeOf(id))),
      }));
    },

    voicesGoneAfter: (place, limit) =>
      sql.query<{ place: number; number: number }>(
        `select place::float8 as place, number::float8 as number from jianzhen.voiceprints_gone
         where place > $1 order by place limit $2`,
        [place, limit],
      ),

    async voices(numbers) {
      const rows = await sql.query<KnownRow>(
        `${KNOWN} where v.number in (select jsonb_array_elements_text($1::jsonb)::bigint) and v.expires_at > now()`,
        [json(numbers)],
      );
      return rows.map(knownOf);
    },

    async voicesOf(person, lenderId) {
      const rows = await sql.query<KnownRow>(
        `${KNOWN} where v.kind = 'customer' and v.person = $1 and v.lender_id is not distinct from $2::text and v.expires_at > now()`,
        [person, lenderId],
      );
      return rows.map(knownOf);
    },

    async insertVoiceprints(prints) {
      const cipher = keys();
      await lockVoices();
      await sql.query(
        `insert into jianzhen.voiceprints
           (id, kind, person, lender_id, case_id, exhibit_id, page, channel, source, model, model_sha256, band, seconds, pieces, purpose,
            consent, reason, voice, key_id, vector, created_by, created_at, expires_at)
         select id, kind, person, "lenderId", "caseId", "exhibitId", page, channel, source, model, "modelSha256", band, seconds, pieces,
                purpose, nullif(consent, 'null'::jsonb), reason, voice, "keyId", decode(sealed, 'base64'), "createdBy", "createdAt", "expiresAt"
         from jsonb_to_recordset($1::jsonb) as r(
           id uuid, kind text, person text, "lenderId" text, "caseId" uuid, "exhibitId" uuid, page int, channel int, source text, model text,
           "modelSha256" text, band text, seconds float8, pieces int, purpose text, consent jsonb, reason text, voice uuid, "keyId" text,
           sealed text, "createdBy" text, "createdAt" timestamptz, "expiresAt" timestamptz)`,
        [json(prints.map((print) => sealed(print, cipher)))],
      );
    },

    async deleteVoiceprint(id) {
      const [row] = await sql.query<RecordRow>(
        `delete from jianzhen.voiceprints v where v.id = $1 returning ${RECORD}`,
        [id],
      );
      if (!row) return null;
      await forgetMatches(sql, id);
      return recordOf(row);
    },
  };
}

function sealed({ record, vector, voice }: NewVoiceprint, { seal, keyId }: FieldCipher): object {
  return {
    ...record,
    // A recording has one page.
    page: record.exhibitId === null ? null : 1,
    voice,
    keyId,
    sealed: Buffer.from(seal(bytesOf(vector), placeOf(record.id))).toString('base64'),
  };
}

/** Takes the voiceprint from what was said of recordings. */
async function forgetMatches(sql: Sql, id: string): Promise<void> {
  const pages = await sql.query<{ exhibit: string; page: number; voice: Voice }>(
    `select exhibit_id as exhibit, page, report -> 'voice' as voice from jianzhen.pages
     where report ? 'voice' and report -> 'voice' -> 'channels' @> $1::jsonb for update`,
    [json([{ matches: [{ voiceprintId: id }] }])],
  );
  for (const { exhibit, page, voice } of pages) {
    const channels = voice.channels.map((channel) => ({
      ...channel,
      matches: channel.matches.filter(({ voiceprintId }) => voiceprintId !== id),
    }));
    await sql.query(
      `update jianzhen.pages set report = jsonb_set(report, '{voice,channels}', $3::jsonb) where exhibit_id = $1 and page = $2`,
      [exhibit, page, json(channels)],
    );
  }
}
