import { errors } from '../errors.ts';
import { timestampRequest } from './request.ts';
import { type VerifiedTimestamp, verifyTimestamp } from './verify.ts';

/** A time-stamping authority: DER of a request in, DER of its answer out. */
export interface TimestampAuthority {
  readonly url: string;
  answer(request: Uint8Array): Promise<Uint8Array>;
  /** 8 random bytes. */
  nonce(): Uint8Array;
}

export interface Stamped {
  readonly request: Uint8Array;
  readonly response: Uint8Array;
  readonly verified: VerifiedTimestamp;
}

/** @throws CodedError `leads.tsa-unreachable`, `leads.tsa-refused`, `leads.tsa-invalid` */
export async function askTimestamp(authority: TimestampAuthority, sha256: Uint8Array): Promise<Stamped> {
  const nonce = authority.nonce();
  const request = timestampRequest(sha256, nonce);
  const response = await authority.answer(request).catch((cause: Error) => {
    throw errors('leads.tsa-unreachable', { url: authority.url, detail: cause.message }, { cause });
  });
  return { request, response, verified: verifyTimestamp(response, { sha256, nonce }) };
}
