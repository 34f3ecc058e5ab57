// DSSE: Dead Simple Signing Envelope, protocol v1.0.2 (secure-systems-lab/dsse, protocol.md and envelope.md).
import { utf8 } from '../canonical.ts';
import type { PublicKey, Signer } from '../keys/index.ts';

export interface Envelope {
  readonly payloadType: string;
  /** Base64. */
  readonly payload: string;
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
}

/** Pre-authentication encoding: what is signed. Lengths are bytes, decimal. */
export function preAuthentication(payloadType: string, payload: Uint8Array): Uint8Array {
  const type = utf8(payloadType);
  return Buffer.concat([utf8(`DSSEv1 ${type.length} `), type, utf8(` ${payload.length} `), payload]);
}

export async function seal(signer: Signer, payloadType: string, payload: Uint8Array): Promise<Envelope> {
  const signature = await signer.sign(preAuthentication(payloadType, payload));
  return {
    payloadType,
    payload: Buffer.from(payload).toString('base64'),
    signatures: [{ keyid: signer.keyId, sig: Buffer.from(signature).toString('base64') }],
  };
}

/** The envelope of a stranger's text; null where it is none. */
export function readEnvelope(text: string): Envelope | null {
  try {
    const { payloadType, payload, signatures } = JSON.parse(text) as Partial<Envelope>;
    const sound =
      typeof payloadType === 'string' &&
      typeof payload === 'string' &&
      Array.isArray(signatures) &&
      signatures.every((each) => typeof each?.keyid === 'string' && typeof each.sig === 'string');
    return sound ? { payloadType, payload, signatures } : null;
  } catch {
    return null;
  }
}

export const payloadOf = ({ payload }: Envelope): Uint8Array => Buffer.from(payload, 'base64');

/** Whether one of the signatures is that key's. A `keyid` is a hint only: every signature is tried. */
export function isSealedBy(envelope: Envelope, key: PublicKey): boolean {
  const message = preAuthentication(envelope.payloadType, payloadOf(envelope));
  return envelope.signatures.some(({ sig }) => key.verify(message, Buffer.from(sig, 'base64')));
}
