import { type Static, Type } from 'typebox';
import { Message } from './message.ts';
import { Region } from './region.ts';

export const Severity = Type.Union(
  [Type.Literal('high'), Type.Literal('medium'), Type.Literal('low'), Type.Literal('info')],
  { $id: 'Severity' },
);
export type Severity = Static<typeof Severity>;

/** What one detector says of one page. */
export const Finding = Type.Object(
  {
    /** `room.kebab-case`, stable: scripts match on it. */
    code: Type.String(),
    severity: Severity,
    /** Calibrated, in [0, 1]: how probable it is that what the finding says is so. */
    probability: Type.Number({ minimum: 0, maximum: 1 }),
    /** Null where the finding speaks of the whole page or file. */
    region: Type.Union([Region, Type.Null()]),
    message: Message,
    /** The detector's signal that spoke, e.g. `jpeg-grid`. */
    signal: Type.Optional(Type.String()),
    /** Measured values behind the message, for people who want to check. */
    values: Type.Optional(Type.Record(Type.String(), Type.Union([Type.Number(), Type.String()]))),
  },
  { $id: 'Finding' },
);
export type Finding = Static<typeof Finding>;
