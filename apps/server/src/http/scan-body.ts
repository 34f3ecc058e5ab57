import type { FastifyRequest } from 'fastify';
import { type Static, type TSchema, Type } from 'typebox';
import { errors } from '../errors.ts';

// Null first: the validator coerces, and would make an empty string of a null that it meets as a string.
const line = (maxLength: number, description: string) =>
  Type.Optional(Type.Union([Type.Null(), Type.String({ minLength: 1, maxLength })], { description }));

const context = {
  customerId: line(128, "The lender's number of the customer who is warned."),
  lenderId: line(128, 'Whose customer it is.'),
  caseId: Type.Optional(
    Type.Union([Type.Null(), Type.String({ format: 'uuid' })], {
      description:
        'The case that the scan belongs to; customer and lender are taken from it where they are left out.',
    }),
  ),
  words: line(4000, 'What was said around the code, in the chat; judged with it and not kept.'),
};

/** A payload as it was read from a code or found in a chat. */
export const ScanPayload = Type.Object(
  { text: Type.String({ minLength: 1, maxLength: 8192 }), ...context },
  { $id: 'ScanPayload', additionalProperties: false },
);

/** What goes with a picture. */
export const ScanContext = Type.Object(context, { additionalProperties: false });

export const MOST_PAYLOADS = 1000;

/** One payload, or several; each of several is looked at on its own, so that one bad spoils no other. */
export const ScanBody = Type.Object(
  {
    text: Type.Optional(ScanPayload.properties.text),
    ...context,
    payloads: Type.Optional(Type.Array(Type.Unknown(), { minItems: 1, maxItems: MOST_PAYLOADS })),
  },
  { additionalProperties: false },
);

/** The body of `POST /v1/scans` as it is described: stricter than what is checked of it at once. */
export const scanBodies = {
  'application/json': {
    schema: {
      anyOf: [
        { $ref: 'ScanPayload#' },
        {
          type: 'object',
          required: ['payloads'],
          properties: {
            payloads: {
              type: 'array',
              minItems: 1,
              maxItems: MOST_PAYLOADS,
              items: { $ref: 'ScanPayload#' },
            },
          },
          additionalProperties: false,
        },
      ],
    },
  },
  'multipart/form-data': {
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' }, ...ScanContext.properties },
    },
  },
};

/** A value of a schema that the route itself does not check. @throws `request.invalid` */
export function valid<T extends TSchema>(request: FastifyRequest, schema: T, value: unknown): Static<T> {
  const check = request.compileValidationSchema(schema as Record<string, unknown>);
  if (check(value)) return value as Static<T>;
  const [first] = check.errors ?? [];
  throw errors('request.invalid', { detail: `${first?.instancePath ?? ''} ${first?.message ?? ''}`.trim() });
}
