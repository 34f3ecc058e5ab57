import { randomBytes } from 'node:crypto';
import type { TimestampAuthority } from '../timestamp/index.ts';

const PATIENCE_MS = 30_000;
/** No token with its certificates comes near. */
const LARGEST = 1 << 20;

/** RFC 3161, section 3.4: time-stamping over HTTP. */
export const httpAuthority = (url: string): TimestampAuthority => ({
  url,
  nonce: () => randomBytes(8),
  async answer(request) {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: Uint8Array.from(request),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (bytes.length > LARGEST) throw new Error('answer too long');
    return bytes;
  },
});
