import { format, type Reason, type SubIndication } from '@jianzhen/evidence';
import { type MessageCode, messages } from './messages.ts';

/** Something held of a signature. With a sub-indication it costs the signature its validity; without, a person should know it. */
export interface Remark {
  readonly subIndication: SubIndication | null;
  readonly reason: Reason;
}

export const remark = (
  code: MessageCode,
  subIndication: SubIndication | null,
  values: Readonly<Record<string, string | number>> = {},
): Remark => ({ subIndication, reason: { code: `esign.${code}`, message: format(messages[code], values) } });
