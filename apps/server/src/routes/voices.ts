import { createHash } from 'node:crypto';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Recording } from '@jianzhen/cases';
import { VoiceprintKind } from '@jianzhen/evidence/schemas';
import type { FastifyRequest } from 'fastify';
import { type Static, type TSchema, Type } from 'typebox';
import { errors } from '../errors.ts';
import type { Deps } from '../http/deps.ts';
import { IdempotencyHeaders, onceOf } from '../http/once.ts';
import { valid } from '../http/scan-body.ts';
import { failures, ref } from '../http/schemas.ts';
import { receiveForms } from '../http/upload.ts';
import { EnrolFields, IdentifyFields, VerifyFields, voiceBodies } from '../http/voice-body.ts';
import { IdParams } from './views.ts';
import { voiceViews } from './voice-views.ts';

/** Recordings of one enrolment. */
const RECORDINGS = 20;

const ListQuery = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    cursor: Type.Optional(Type.String({ maxLength: 64 })),
    kind: Type.Optional(ref(VoiceprintKind)),
    person: Type.Optional(Type.String({ maxLength: 128 })),
    lenderId: Type.Optional(Type.String({ maxLength: 128 })),
  },
  { additionalProperties: false },
);

const DeleteQuery = Type.Object(
  { by: Type.String({ minLength: 1, maxLength: 128, description: 'Who deletes.' }) },
  { additionalProperties: false },
);

export const voiceRoutes =
  ({ voices, cases, blobs, limits }: Deps): FastifyPluginAsyncTypebox =>
  async (app) => {
    let listening = 0;
    /** The request's recordings, or those of an exhibit, while no more than so many requests are listened to. */
    const listen = async <T extends TSchema, A>(
      request: FastifyRequest,
      schema: T,
      most: number,
      answer: (recordings: readonly Recording[], fields: Static<T>) => Promise<A>,
    ): Promise<A> => {
      if (listening >= limits.checks) throw errors('server.busy');
      listening++;
      try {
        const { files, fields } = await receiveForms(request, { ...limits, filesPerRequest: most });
        const checked = valid(request, schema, fields) as Static<T> & { exhibitId?: string };
        return await answer([...files, ...(await ofExhibit(checked.exhibitId, files.length))], checked);
      } finally {
        listening--;
      }
    };
    const ofExhibit = async (id: string | undefined, given: number): Promise<Recording[]> => {
      if ((id === undefined) === (given === 0)) throw errors('voice.files-or-exhibit');
      if (id === undefined) return [];
      const { name, sha256 } = await cases.exhibit(id);
      return [{ name, bytes: await blobs.read(sha256) }];
    };

    app.post(
      '/v1/voiceprints',
      {
        config: { bodies: voiceBodies.enrol },
        schema: {
          operationId: 'enrolVoice',
          tags: ['voices'],
          summary: 'Enrol a voice from recordings, with purpose and consent; the recordings are not kept',
          consumes: ['multipart/form-data'],
          headers: IdempotencyHeaders,
          response: { 201: voiceViews.VoiceprintRecord, ...failures },
        },
      },
      async (request, reply) => {
        const record = await listen(request, EnrolFields, RECORDINGS, (recordings, fields) => {
          const { consentBy, consentAt, consentText, exhibitId, source, ...input } = fields;
          if (new Set([consentBy, consentAt, consentText].map((part) => part === undefined)).size > 1)
            throw errors('voice.consent-in-part');
          const consent =
            consentBy && consentAt && consentText
              ? { by: consentBy, at: new Date(consentAt).toISOString(), text: consentText }
              : null;
          const whence = source ?? (exhibitId ? `${recordings[0]!.name} (${exhibitId})` : null);
          const content = [
            fields,
            recordings.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex')),
          ];
          return voices.enrol({ ...input, consent, source: whence }, recordings, onceOf(request, content));
        });
        return reply.status(201).header('location', `/v1/voiceprints/${record.id}`).send(record);
      },
    );

    app.get(
      '/v1/voiceprints',
      {
        schema: {
          operationId: 'listVoiceprints',
          tags: ['voices'],
          summary: 'Voiceprints on record, newest first, without their vectors',
          querystring: ListQuery,
          response: { 200: voiceViews.VoiceprintList, ...failures },
        },
      },
      async ({ query }) => voices.list({ ...query, limit: query.limit ?? 50 }),
    );

    app.get(
      '/v1/voiceprints/:id',
      {
        schema: {
          operationId: 'getVoiceprint',
          tags: ['voices'],
          summary: 'A voiceprint on record, without its vector',
          params: IdParams,
          response: { 200: voiceViews.VoiceprintRecord, ...failures },
        },
      },
      async ({ params }) => voices.get(params.id),
    );

    app.delete(
      '/v1/voiceprints/:id',
      {
        schema: {
          operationId: 'deleteVoiceprint',
          tags: ['voices'],
          summary: 'Delete a voiceprint with every trace and match that came of it',
          params: IdParams,
          querystring: DeleteQuery,
          response: { 204: Type.Null({ description: 'It is gone' }), ...failures },
        },
      },
      async ({ params, query }, reply) => {
        await voices.remove(params.id, query.by);
        return reply.status(204).send(null);
      },
    );

    app.post(
      '/v1/voiceprints/verify',
      {
        config: { bodies: voiceBodies.verify },
        schema: {
          operationId: 'verifyVoice',
          tags: ['voices'],
          summary: "Hold a recording against a customer's voiceprint; nothing is kept",
          consumes: ['multipart/form-data'],
          response: { 200: voiceViews.VoiceVerification, ...failures },
        },
      },
      async (request) =>
        listen(request, VerifyFields, 1, ([recording], fields) => voices.verify(fields, recording!)),
    );

    app.post(
      '/v1/voiceprints/identify',
      {
        config: { bodies: voiceBodies.identify },
        schema: {
          operationId: 'identifyVoice',
          tags: ['voices'],
          summary: 'Look a recording up on the watch-list; nothing is kept',
          consumes: ['multipart/form-data'],
          response: { 200: voiceViews.VoiceIdentification, ...failures },
        },
      },
      async (request) =>
        listen(request, IdentifyFields, 1, ([recording], { top = 5, channel }) =>
          voices.identify({ top, channel }, recording!),
        ),
    );
  };
