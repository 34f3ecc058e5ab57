import { Type } from 'typebox';

const text = (maxLength: number, description?: string) =>
  Type.Optional(Type.String({ minLength: 1, maxLength, ...(description && { description }) }));
const channel = Type.Optional(
  Type.Integer({ minimum: 1, maximum: 2, description: "The voice's channel; the customer's unless told." }),
);
const exhibitId = Type.Optional(
  Type.String({ format: 'uuid', description: 'A recording on record, instead of files.' }),
);

/** Fields beside the recordings that a voice is enrolled from. */
export const EnrolFields = Type.Object(
  {
    kind: Type.Enum(['customer', 'watch', 'staff']),
    person: text(128, "The customer's or the member of staff's number."),
    lenderId: text(128),
    by: Type.String({ minLength: 1, maxLength: 128, description: 'Who enrols.' }),
    reason: text(500, 'Why the voice goes on the watch-list.'),
    consentBy: text(128, 'Who took the consent.'),
    consentAt: Type.Optional(Type.String({ format: 'date-time' })),
    consentText: text(2000, 'The words that were agreed to.'),
    source: text(200, "A call's number."),
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650, description: 'Kept for so many days.' })),
    channel,
    exhibitId,
  },
  { additionalProperties: false },
);

export const VerifyFields = Type.Object(
  { person: Type.String({ minLength: 1, maxLength: 128 }), lenderId: text(128), channel, exhibitId },
  { additionalProperties: false },
);

export const IdentifyFields = Type.Object(
  { top: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 5 })), channel, exhibitId },
  { additionalProperties: false },
);

/** A multipart body as it is described: fields, and recordings where no exhibit is named. */
const form = (fields: {
  readonly properties: object;
  readonly required?: readonly string[] | undefined;
}) => ({
  'multipart/form-data': {
    schema: {
      type: 'object',
      ...(fields.required && { required: [...fields.required] }),
      properties: {
        ...fields.properties,
        files: { type: 'array', items: { type: 'string', format: 'binary' } },
      },
    },
  },
});

export const voiceBodies = {
  enrol: form(EnrolFields),
  verify: form(VerifyFields),
  identify: form(IdentifyFields),
};
