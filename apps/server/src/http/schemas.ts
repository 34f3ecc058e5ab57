import { Message } from '@jianzhen/evidence/schemas';
import type { FastifyInstance } from 'fastify';
import { type Static, type TSchema, Type } from 'typebox';

export const ErrorBody = Type.Object(
  {
    error: Type.Object({
      code: Type.String(),
      message: Message,
      /** What exactly did not fit, where the request was invalid. */
      details: Type.Optional(Type.Array(Type.Object({ path: Type.String(), message: Type.String() }))),
      requestId: Type.Optional(Type.String()),
    }),
  },
  { $id: 'ErrorBody' },
);
export type ErrorBody = Static<typeof ErrorBody>;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A reference to a schema that `addSchemas` registered; its type stays the schema's own. */
export function ref<T extends TSchema>(schema: T): T {
  return { $ref: `${(schema as { $id?: string }).$id}#` } as unknown as T;
}

/**
 * Registers named schemas, and the named schemas inside them, each once: what is nested inline in TypeBox becomes
 * a reference, as OpenAPI's components want it.
 */
export function addSchemas(app: FastifyInstance, schemas: readonly TSchema[]): void {
  const known = new Map<string, Json>();
  const flatten = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(flatten);
    if (value === null || typeof value !== 'object') return value;
    const out: { [key: string]: Json } = {};
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'patternProperties') out.additionalProperties = flatten(Object.values(inner as object)[0]);
      else out[key] = flatten(inner);
    }
    if (typeof out.$id !== 'string') return out;
    known.set(out.$id, out);
    return { $ref: `${out.$id}#` };
  };
  for (const schema of schemas) flatten(JSON.parse(JSON.stringify(schema)) as Json);
  for (const schema of known.values()) app.addSchema(schema);
}

/** An OpenAPI response whose body is bytes of one of these media types. */
export function binary(description: string, ...mediaTypes: string[]) {
  const schema = { type: 'string', format: 'binary' };
  return { description, content: Object.fromEntries(mediaTypes.map((type) => [type, { schema }])) };
}

/** A JSON answer and what it means. */
export function answer<T extends TSchema>(description: string, schema: T): T {
  return { ...schema, description } as T;
}

export const failures = {
  '4xx': answer('The request cannot be served as it is', ref(ErrorBody)),
  '5xx': answer('The service cannot serve it now', ref(ErrorBody)),
};
