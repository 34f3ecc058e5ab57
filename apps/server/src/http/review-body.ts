import { type TSchema, Type } from 'typebox';
import { ref } from './schemas.ts';

/** A person's decision with who it was and, if they like, why. */
export const reviewBody = <Decision extends TSchema>(decision: Decision) =>
  Type.Object(
    {
      decision: ref(decision),
      by: Type.String({ minLength: 1, maxLength: 128, description: 'Who decided.' }),
      note: Type.Optional(
        Type.Union([Type.Null(), Type.String({ maxLength: 2000 })], { description: 'Why, for the record.' }),
      ),
    },
    { additionalProperties: false },
  );
