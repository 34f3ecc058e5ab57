import { type Static, Type } from 'typebox';
import { Message } from './message.ts';
import { Region } from './region.ts';

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);
const Share = Type.Number({ minimum: 0, maximum: 1 });

/** Why something is held of a seal or signature: a stable code and a sentence with the measured values in it. */
export const Reason = Type.Object({ code: Type.String(), message: Message }, { $id: 'Reason' });
export type Reason = Static<typeof Reason>;

/** An ellipse in pixels of the page as decoded; `angle` of the `rx` axis in degrees, clockwise as seen, in (-90, 90]. */
export const Ellipse = Type.Object(
  {
    cx: Type.Number(),
    cy: Type.Number(),
    rx: Type.Number({ minimum: 0 }),
    ry: Type.Number({ minimum: 0 }),
    angle: Type.Number(),
  },
  { $id: 'Ellipse' },
);
export type Ellipse = Static<typeof Ellipse>;

/** One seal on a page, as `jianzhen seal` prints it. */
export const Seal = Type.Object(
  {
    region: Region,
    /** Outer edge of the rim; of a square seal the ellipse within its sides. */
    ellipse: Ellipse,
    shape: Type.Enum(['circle', 'ellipse', 'square']),
    colour: Type.Enum(['red', 'blue', 'purple', 'grey']),
    /** Text along the rim (of a square seal, all of it); null where none could be read. */
    title: nullable(Type.String()),
    /** Least confidence among the title's characters; 0 without one. */
    titleConfidence: Share,
    /** Of each of the title's characters; not with seals on record from before it was told. */
    titleConfidences: Type.Optional(Type.Array(Share)),
    centre: Type.Enum(['star', 'emblem', 'text', 'none']),
    /** The line below the centre: 财务专用章, 合同专用章 … */
    subtitle: nullable(Type.String()),
    /** The 13-digit anti-forgery code. */
    code: nullable(Type.String()),
    /** The number across an invoice seal. */
    taxNumber: nullable(Type.String()),
    /** That the code or the tax number is read just so, of both the lesser; 0 without one; not with seals on record from before it was told. */
    numberConfidence: Type.Optional(Share),
    /** What the same imprint is known by, base64url; null where too little of the seal is there. */
    fingerprint: nullable(Type.String()),
    /** What the same drawing under another name is known by, base64url. */
    templateFingerprint: nullable(Type.String()),
    origin: Type.Enum(['ink', 'pasted', 'esign', 'unknown']),
    forgeryProbability: Share,
    reasons: Type.Array(Reason),
  },
  { $id: 'Seal' },
);
export type Seal = Static<typeof Seal>;
