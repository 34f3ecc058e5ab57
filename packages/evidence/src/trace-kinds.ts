/** What can tie cases together. */
export const TRACE_KINDS = [
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
] as const;
