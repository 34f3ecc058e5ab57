import type { VoiceStore } from '@jianzhen/cases';
import type { FieldCipher } from '../fields/cipher.ts';
import type { Database } from '../sql/database.ts';
import { where } from '../sql/where.ts';
import { placeOf, RECORD, type RecordRow, recordOf, type SealedRow } from './rows.ts';

export function createVoiceStore(db: Database, cipher: FieldCipher | null): VoiceStore {
  return {
    async findVoiceprint(id) {
      const [row] = await db.query<RecordRow>(
        `select ${RECORD} from jianzhen.voiceprints v where v.id = $1 and v.expires_at > now()`,
        [id],
      );
      return row ? recordOf(row) : null;
    },

    async listVoiceprints({ limit, before, kind, person, lenderId }) {
      const { given, values, conditions } = where(limit);
      given(before, (p) => `v.id < ${p}::uuid`);
      given(kind, (p) => `v.kind = ${p}`);
      given(person, (p) => `v.person = ${p}`);
      given(lenderId, (p) => `v.lender_id = ${p}`);
      const rows = await db.query<RecordRow>(
        `select ${RECORD} from jianzhen.voiceprints v
         where ${conditions()} and v.expires_at > now() order by v.id desc limit $1`,
        values,
      );
      return rows.map(recordOf);
    },

    async expiredVoiceprints(limit) {
      const rows = await db.query<{ id: string }>(
        'select id from jianzhen.voiceprints where expires_at <= now() order by expires_at limit $1',
        [limit],
      );
      return rows.map(({ id }) => id);
    },

    async renewVoiceprints(limit) {
      if (!cipher) return 0;
      return db.transaction(async (sql) => {
        const rows = await sql.query<SealedRow>(
          `select id, encode(vector, 'base64') as sealed from jianzhen.voiceprints
           where key_id <> $1 order by number limit $2 for update skip locked`,
          [cipher.keyId, limit],
        );
        for (const { id, sealed } of rows) {
          const plain = cipher.open(Buffer.from(sealed, 'base64'), placeOf(id));
          await sql.query(
            `update jianzhen.voiceprints set key_id = $2, vector = decode($3, 'base64') where id = $1`,
            [id, cipher.keyId, Buffer.from(cipher.seal(plain, placeOf(id))).toString('base64')],
          );
        }
        return rows.length;
      });
    },
  };
}
