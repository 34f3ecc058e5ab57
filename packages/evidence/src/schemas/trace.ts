import { type Static, Type } from 'typebox';

/** What can tie cases together. */
export const TraceKind = Type.Enum(
  [
    'phone',
    'device',
    'bank_card',
    'address',
    'email',
    'ip',
    'voiceprint',
    'seal',
    'seal_template',
    'document_template',
    'script',
    'qr_payload',
    'domain',
    'account',
  ],
  { $id: 'TraceKind' },
);
export type TraceKind = Static<typeof TraceKind>;

export const Trace = Type.Object({ kind: TraceKind, value: Type.String() }, { $id: 'Trace' });
export type Trace = Static<typeof Trace>;
