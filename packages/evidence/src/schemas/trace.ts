import { type Static, Type } from 'typebox';
import { TRACE_KINDS } from '../trace-kinds.ts';

export const TraceKind = Type.Enum([...TRACE_KINDS], { $id: 'TraceKind' });
export type TraceKind = Static<typeof TraceKind>;

export const Trace = Type.Object({ kind: TraceKind, value: Type.String() }, { $id: 'Trace' });
export type Trace = Static<typeof Trace>;
