import type { TraceKind } from '@jianzhen/evidence';

export type { TraceKind } from '@jianzhen/evidence';

export const TRACE_KINDS: readonly TraceKind[] = [
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
];
